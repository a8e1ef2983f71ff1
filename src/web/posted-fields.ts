/**
 * The fields of a form that could not be taken yet, carried along as hidden fields until they can be sent again.
 * Must never: be kept on the server, lose a field or the order of its values.
 */
import type { Request } from 'express';
import { localPath } from './sign-in-address.js';

export interface PostedForm {
  /** The path it was sent to. */
  readonly action: string;
  /** Whether it was sent as one that holds files; the files themselves have to be chosen again. */
  readonly multipart: boolean;
  readonly fields: readonly PostedField[];
}

export interface PostedField {
  readonly name: string;
  readonly value: string;
}

/** A form as it arrived, with its body read already. */
export function postedForm(request: Request): PostedForm {
  return {
    action: request.originalUrl,
    multipart: request.is('multipart/form-data') === 'multipart/form-data',
    fields: fieldsOf(request.body).map(([name, value]) => ({ name, value })),
  };
}

/** The same, packed so that it can stand in another form beside that one's own fields. */
export function packed({ action, multipart, fields }: PostedForm): readonly PostedField[] {
  return [
    { name: 'kept-action', value: action },
    ...(multipart ? [{ name: 'kept-multipart', value: 'yes' }] : []),
    ...fields.map(({ name, value }) => ({ name: `${MARK}${name}`, value })),
  ];
}

/** What another form carried, or undefined where it carried nothing. */
export function unpacked(body: unknown): PostedForm | undefined {
  const all = fieldsOf(body);
  const value = (name: string): string | undefined => all.find(([one]) => one === name)?.[1];
  const action = localPath(value('kept-action'));
  if (action === undefined) return undefined;
  const fields = all
    .filter(([name]) => name.startsWith(MARK))
    .map(([name, text]) => ({ name: name.slice(MARK.length), value: text }));
  return { action, multipart: value('kept-multipart') === 'yes', fields };
}

const MARK = 'kept:';

/** Every field with each of its values. */
export function fieldsOf(body: unknown): readonly (readonly [string, string])[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, values]) =>
    [values as unknown].flat().flatMap((one) => (typeof one === 'string' ? [[name, one] as const] : [])),
  );
}
