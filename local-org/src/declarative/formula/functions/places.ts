/** Places on Earth: distances along a great circle on a sphere of mean radius (DistanceUnit of the published engine). */
import { FormulaNumber } from '../number.ts';
import { FormulaFault } from '../problem.ts';
import { asNumber, asText, type FormulaValue, type Location } from '../typed.ts';
import { strict, type FunctionTable } from './define.ts';

const RADIUS: Readonly<Record<string, number>> = { mi: 3958.761, km: 6371.009 };
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

function isLocation(value: FormulaValue | undefined): value is Location {
  return typeof value === 'object' && value !== null && 'latitude' in value;
}

function distance(from: Location, to: Location, radius: number): number {
  const latitudes = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
  const longitudes =
    Math.cos(radians(from.latitude)) *
    Math.cos(radians(to.latitude)) *
    Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(latitudes + longitudes)));
}

export const PLACES: FunctionTable = {
  GEOLOCATION: strict({ takes: ['number', 'number'], gives: 'location' }, ([latitude, longitude]) => ({
    latitude: asNumber(latitude ?? null)?.toNumber() ?? 0,
    longitude: asNumber(longitude ?? null)?.toNumber() ?? 0,
  })),
  DISTANCE: strict({ takes: ['location', 'location', 'text'], gives: 'number' }, ([from, to, unit]) => {
    const radius = RADIUS[asText(unit ?? null)];
    if (radius === undefined) {
      throw new FormulaFault(`Invalid unit for the distance() function: ${asText(unit ?? null)}`);
    }
    const isOnEarth = (place: Location): boolean => Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180;
    if (!isLocation(from) || !isLocation(to)) {
      return null;
    }
    if (!isOnEarth(from) || !isOnEarth(to)) {
      throw new FormulaFault('Latitude or longitude out of range in DISTANCE() function');
    }
    return new FormulaNumber(distance(from, to, radius).toPrecision(17));
  }),
};
