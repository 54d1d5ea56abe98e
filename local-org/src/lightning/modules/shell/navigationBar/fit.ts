/** How many items fit: all of them, or as many as leave room for the menu that has the rest. */
export function fitting(widths: readonly number[], room: number, menuWidth: number): number {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= room) {
    return widths.length;
  }
  let used = menuWidth;
  const count = widths.findIndex((width) => (used += width) > room);
  return count === -1 ? widths.length : count;
}
