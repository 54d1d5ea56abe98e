/** An object of a class of the platform's library. Its type is the full class name: `System.HttpRequest`. */
export abstract class PlatformObject {
  abstract readonly apexType: string;
}
