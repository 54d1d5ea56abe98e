/** A static method may stand for a method of an interface: `public static void execute(QueueableContext context)`. */
import type { MethodSymbol } from '../types.ts';

export const standsForInterface = (method: MethodSymbol): boolean =>
  method.isStatic && method.declaration.body !== null && method.owner.interfaces.length > 0;
