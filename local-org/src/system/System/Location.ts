/** System.Location: a point on the globe; distances along a great circle. */
import { type ApexDecimal } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/value.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { withoutNulls } from '../support/nullChecks.ts';

/** Mean radius of the earth. */
const RADIUS: Readonly<Record<string, number>> = { mi: 3958.76, km: 6371.0088 };

export class LocationValue extends PlatformObject {
  readonly apexType: string = 'System.Location';
  readonly latitude: ApexDouble | null;
  readonly longitude: ApexDouble | null;
  constructor(latitude: ApexDouble | null, longitude: ApexDouble | null) {
    super();
    this.latitude = latitude;
    this.longitude = longitude;
  }
  override toString(): string {
    return `API location[lat=${this.latitude?.toString() ?? 'null'}, lon=${this.longitude?.toString() ?? 'null'}]`;
  }
}

/** By the haversine formula, as the platform's DISTANCE. */
export function distance(runtime: Runtime, from: LocationValue, to: LocationValue, unit: string): ApexDouble | null {
  const radius =
    RADIUS[unit.toLowerCase()] ??
    runtime.fail('System.InvalidParameterValueException', `Invalid unit: ${unit}. Must be mi or km.`);
  if (from.latitude === null || from.longitude === null || to.latitude === null || to.longitude === null) {
    return null;
  }
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (first: ApexDouble, second: ApexDouble): number =>
    Math.sin(radians(second.value - first.value) / 2) ** 2;
  const chord =
    half(from.latitude, to.latitude) +
    Math.cos(radians(from.latitude.value)) * Math.cos(radians(to.latitude.value)) * half(from.longitude, to.longitude);
  return new ApexDouble(2 * radius * Math.asin(Math.sqrt(chord)));
}

export default platformClass('System.Location', {
  methods: withoutNulls({
    'Double getDistance(System.Location toLocation, String unit)': distance,
    'static Double getDistance(System.Location firstLocation, System.Location secondLocation, String unit)': distance,
    'Double getLatitude()': (_runtime, self: LocationValue) => self.latitude,
    'Double getLongitude()': (_runtime, self: LocationValue) => self.longitude,
    'static System.Location newInstance(Decimal latitude, Decimal longitude)': (
      _runtime,
      latitude: ApexDecimal,
      longitude: ApexDecimal,
    ) => new LocationValue(new ApexDouble(latitude.toNumber()), new ApexDouble(longitude.toNumber())),
  }),
  properties: {
    'Double latitude': (_runtime, self: LocationValue) => self.latitude,
    'Double longitude': (_runtime, self: LocationValue) => self.longitude,
  },
});
