/**
 * What goes on beside the pages while the house is served: the post, and reminders of closings.
 * Must never: hold up the start, or outlive the server.
 */
import type { Config } from '../config.js';
import { startReminding } from '../journeys/reminding.js';
import type { World } from '../journeys/world.js';
import { startPost } from '../post/start-post.js';

interface PostWork {
  /** The path of a country's answers. */
  readonly answersAddress: (edition: string, country: string) => string;
  /** One line of JSON each. */
  readonly log: NodeJS.WritableStream;
}

export function startPostWork(
  world: World,
  { dataFolder, smtp, mailFrom }: Config,
  { answersAddress, log: stream }: PostWork,
): { readonly stop: () => Promise<void> } {
  const log = (facts: object) => stream.write(`${JSON.stringify({ time: Date.now(), ...facts })}\n`);
  const settings = { dataFolder, log, ...(smtp === undefined ? {} : { smtp }) };
  const post = startPost(world, mailFrom === undefined ? settings : { ...settings, mailFrom });
  const reminding = startReminding(world, answersAddress, log);
  void reminding.look();
  return {
    stop: async () => {
      reminding.stop();
      await post.stop();
    },
  };
}
