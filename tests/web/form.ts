/** A form as a browser without scripts would send it: the fields of a page's POST form with what stands in them. */
export class Form {
  private fields: [string, string][];

  constructor(fields: [string, string][]) {
    this.fields = fields;
  }

  static in(html: string): Form {
    const form = /<form id="form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
    const fields: [string, string][] = [];
    for (const [tag, text] of form.matchAll(/<input[^>]*>|<textarea[^>]*>\n([\s\S]*?)<\/textarea>/g)) {
      const at = (name: string) => decode(new RegExp(`^[^>]* ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
      if (text !== undefined) fields.push([at('name'), decode(text)]);
      else if (!/ type="(radio|checkbox)"/.test(tag) || / checked/.test(tag)) fields.push([at('name'), at('value')]);
    }
    return new Form(fields);
  }

  names(): string[] {
    return [...new Set(this.fields.map(([name]) => name))];
  }

  get(name: string): string[] {
    return this.fields.filter(([own]) => own === name).map(([, value]) => value);
  }

  set(name: string, ...values: string[]): void {
    this.fields = [
      ...this.fields.filter(([own]) => own !== name),
      ...values.map((value): [string, string] => [name, value]),
    ];
  }

  body(): string {
    return new URLSearchParams(this.fields).toString();
  }
}

const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
