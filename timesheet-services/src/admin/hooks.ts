/** Webhooks made by hand. */
import type { Fields } from '../core/fields.ts';
import type { Values, Webhook } from '../core/model.ts';

export function hookOf(fields: Fields, ownerId: number, nonsense: (message: string) => Error): Values<Webhook> {
  const face = fields.text('face') ?? '';
  const url = fields.text('url') ?? '';
  const events = fields.texts('events') ?? [];
  if (face === '' || !URL.canParse(url) || events.length === 0) {
    throw nonsense('A webhook needs face, url and events, in the words of the vendor.');
  }
  return {
    face,
    name: fields.text('name') ?? '',
    url,
    events,
    secret: fields.text('secret') ?? '',
    earlierSecret: null,
    ownerId,
    isEnabled: true,
    validationCode: null,
    validatedAt: null,
    details: {},
  };
}
export function shownHook({ id, face, name, url, events, isEnabled }: Webhook): unknown {
  return { id, face, name, url, events, isEnabled };
}
