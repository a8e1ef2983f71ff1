/** Every route the router has, read from the router itself; and an address for each. */
import type { Express } from 'express';

export interface RouteOf {
  readonly method: 'get' | 'post';
  readonly path: string;
}

interface Layer {
  readonly route?: { readonly path: string | readonly string[]; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** Reading routes first; signing out last, since nothing can be asked after it. */
export function routesOf(app: Express): readonly RouteOf[] {
  const layers = (stack: readonly Layer[]): readonly Layer[] =>
    stack.flatMap((layer) => (layer.route ? [layer] : layers(layer.handle?.stack ?? [])));
  const found = layers((app.router as unknown as { readonly stack: readonly Layer[] }).stack).flatMap(({ route }) =>
    [route?.path ?? []]
      .flat()
      .flatMap((path) =>
        (['get', 'post'] as const).flatMap((method) => (route?.methods[method] === true ? [{ method, path }] : [])),
      ),
  );
  const unique = [...new Map(found.map((route) => [`${route.method} ${route.path}`, route])).values()];
  const rank = ({ method, path }: RouteOf): number => (method === 'get' ? 0 : /sign-out/.test(path) ? 2 : 1);
  return unique.sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

const FILLED: Readonly<Record<string, string>> = {
  country: 'XAA',
  section: 'policy',
  question: 'q1',
  id: 'evidence',
  node: 'index',
  chart: 'none',
  number: '1',
  account: 'nobody',
  token: 'nothing',
};

export const addressIn = (path: string, edition: string): string =>
  path.replace(/:(\w+)/g, (_, name: string) =>
    name === 'edition' ? edition : (FILLED[name] ?? `no-value-for-${name}`),
  );
