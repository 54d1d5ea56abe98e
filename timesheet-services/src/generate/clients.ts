/** Clients: those the demo data of the org knows come first, so that names on both sides meet. */
import { CLIENTS } from '../../../scripts/demo/words.ts';
import type { Random } from '../../../scripts/demo/random.ts';
import type { Client, Values } from '../core/model.ts';
import { BLANK_CLIENT } from '../core/entries.ts';

const BEGINNINGS =
  'Amber Ashdown Birch Briar Cedar Clear Crown Dover Elm Falcon Granite Harbor Heron Ivory Kings Lake Maple Meadow North Oak Otter Pebble Raven River Sable Silver Stone Summit Thorn Winter'.split(
    ' ',
  );
const ENDINGS = 'bridge brook dale field ford gate haven mere ridge wick'.split(' ');
const TRADES: readonly (readonly [name: string, industry: string])[] = [
  ['Analytics', 'Technology'],
  ['Bank', 'Banking'],
  ['Brewery', 'Food & Beverage'],
  ['Clinics', 'Healthcare'],
  ['Energy', 'Energy'],
  ['Foundry', 'Manufacturing'],
  ['Logistics', 'Transportation'],
  ['Media', 'Media'],
  ['Partners', 'Finance'],
  ['Textiles', 'Apparel'],
];
const CURRENCIES = ['USD', 'USD', 'USD', 'USD', 'EUR', 'AUD'];

export function clients(random: Random, count: number): readonly Values<Client>[] {
  const names = new Set(CLIENTS.map(({ name }) => name));
  const known = CLIENTS.map(({ name, industry, city, country }) =>
    client(random, name, industry, `${city}, ${country}`),
  );
  const others: Values<Client>[] = [];
  while (known.length + others.length < count) {
    const [trade, industry] = random.pick(TRADES);
    const name = `${random.pick(BEGINNINGS)}${random.pick(ENDINGS)} ${trade}`;
    if (!names.has(name)) {
      names.add(name);
      others.push(client(random, name, industry, `${random.between(1, 400)} Main Street, Boston, United States`));
    }
  }
  return [...known, ...others].slice(0, count);
}

function client(random: Random, name: string, industry: string, address: string): Values<Client> {
  const domain = name.toLowerCase().replaceAll(/[^a-z]+/g, '');
  return {
    ...BLANK_CLIENT,
    name,
    email: random.chance(0.8) ? `office@${domain}.example` : null,
    phone: random.chance(0.7) ? `+1 617 555 ${String(random.between(0, 9999)).padStart(4, '0')}` : null,
    address: random.chance(0.9) ? address : null,
    industry,
    currency: random.pick(CURRENCIES),
    note: random.chance(0.1) ? 'Invoice by the end of the month' : null,
    isArchived: random.chance(0.04),
  };
}
