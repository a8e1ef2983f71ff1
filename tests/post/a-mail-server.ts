/** A mail server that speaks just enough SMTP to be believed, and remembers what it was told. */

import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

export interface MailServer {
  readonly url: string;
  readonly letters: readonly { readonly to: readonly string[]; readonly text: string }[];
  readonly close: () => Promise<void>;
}

/** @param answer what it says to a receiver: `250 fine`, or why not */
export async function aMailServer(answer: (to: string) => string = () => '250 fine'): Promise<MailServer> {
  const letters: { to: string[]; text: string }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let to: string[] = [];
    let letter: string | undefined;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 test');
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      const lines = (rest + bytes.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (letter !== undefined) {
          if (line !== '.') letter += `${line}\n`;
          else {
            letters.push({ to, text: letter });
            [to, letter] = [[], undefined];
            say('250 taken');
          }
        } else if (line.startsWith('RCPT TO:')) {
          const receiver = /<(.*)>/.exec(line)?.[1] ?? '';
          const said = answer(receiver);
          if (said.startsWith('250')) to.push(receiver);
          say(said);
        } else if (line === 'DATA') {
          letter = '';
          say('354 go on');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else say('250 test');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    letters,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
