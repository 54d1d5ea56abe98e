/** System.Address: what a compound address field gives. */
import type { ApexDouble } from '../../values/value.ts';
import { platformClass, type ClassDescription } from '../define.ts';
import { distance, LocationValue } from './Location.ts';

const PARTS = [
  'city',
  'country',
  'countryCode',
  'geocodeAccuracy',
  'postalCode',
  'state',
  'stateCode',
  'street',
] as const;
export type AddressPart = (typeof PARTS)[number];

export class AddressValue extends LocationValue {
  override readonly apexType = 'System.Address';
  readonly parts: Readonly<Partial<Record<AddressPart, string | null>>>;
  constructor(
    parts: Readonly<Partial<Record<AddressPart, string | null>>>,
    latitude: ApexDouble | null,
    longitude: ApexDouble | null,
  ) {
    super(latitude, longitude);
    this.parts = parts;
  }
}

const capital = (name: string): string => name[0]?.toUpperCase() + name.slice(1);
const read =
  (part: AddressPart) =>
  (_runtime: unknown, self: AddressValue): string | null =>
    self.parts[part] ?? null;
const getters: NonNullable<ClassDescription['methods']> = Object.fromEntries(
  PARTS.map((part) => [`String get${capital(part)}()`, read(part)]),
);
const properties: NonNullable<ClassDescription['properties']> = Object.fromEntries(
  PARTS.map((part) => [`String ${part}`, read(part)]),
);

export default platformClass('System.Address', {
  extends: 'System.Location',
  methods: {
    ...getters,
    'Double getDistance(System.Location toLocation, String unit)': distance,
    'Double getLatitude()': (_runtime, self: AddressValue) => self.latitude,
    'Double getLongitude()': (_runtime, self: AddressValue) => self.longitude,
  },
  properties,
});
