/** Utilities as their components see and change them. Source: Console Developer Guide, "Methods for the Utility Bar in Lightning Experience". */
import type { WireAdapterConstructor } from 'lwc';
import { utilities, type Utility } from 'shell/utilities';

export interface UtilityInfo {
  readonly id: string;
  readonly utilityLabel: string;
  readonly utilityIcon: string;
  readonly utilityIconVariant: string;
  readonly utilityHighlighted: boolean;
  readonly utilityVisible: boolean;
  readonly utilityPoppedOut: boolean;
  readonly panelHeaderLabel: string;
  readonly panelHeaderIcon: string;
  readonly panelWidth: number;
  readonly panelHeight: number;
}
export interface UtilityAttributes {
  readonly label?: string;
  readonly icon?: string;
  readonly iconVariant?: string;
  readonly highlighted?: boolean;
}
export interface PanelAttributes {
  readonly label?: string;
  readonly icon?: string;
  readonly width?: number;
  readonly height?: number;
}

/** The utility a component is in; null outside of one. */
export const EnclosingUtilityId = class {
  /** What the utility around the component provides. */
  static readonly contextSchema = { utilityId: 'optional' } as const;
  readonly #callback: (utilityId: string | null) => void;

  constructor(callback: (utilityId: string | null) => void) {
    this.#callback = callback;
    callback(null);
  }
  update(_config: unknown, context?: { readonly utilityId?: string }): void {
    this.#callback(context?.utilityId ?? null);
  }
  connect(): void {
    // The context arrives by itself.
  }
  disconnect(): void {
    // A component that leaves the page keeps the last value, as with every wire.
  }
} as unknown as WireAdapterConstructor<Readonly<Record<string, never>>, string | null>;

export async function getInfo(utilityId: string): Promise<UtilityInfo> {
  return infoOf(requireUtility(utilityId));
}
export async function getAllUtilityInfo(): Promise<readonly UtilityInfo[]> {
  return utilities.all.map(infoOf);
}
export async function open(utilityId: string): Promise<boolean> {
  utilities.open(requireUtility(utilityId).id);
  return true;
}
export async function minimize(utilityId: string): Promise<boolean> {
  utilities.close(requireUtility(utilityId).id);
  return true;
}
/** What its button on the bar shows. */
export async function updateUtility(utilityId: string, attributes: UtilityAttributes = {}): Promise<boolean> {
  const { label, icon, iconVariant, highlighted } = attributes;
  utilities.update(requireUtility(utilityId).id, {
    ...(label === undefined ? {} : { label }),
    ...(icon === undefined ? {} : { icon }),
    ...(iconVariant === undefined ? {} : { iconVariant }),
    ...(highlighted === undefined ? {} : { isHighlighted: highlighted }),
  });
  return true;
}
/** What its panel shows at the top, and how large it is. */
export async function updatePanel(utilityId: string, attributes: PanelAttributes = {}): Promise<boolean> {
  const { label, icon, width, height } = attributes;
  utilities.update(requireUtility(utilityId).id, {
    ...(label === undefined ? {} : { panelLabel: label }),
    ...(icon === undefined ? {} : { panelIcon: icon }),
    ...(width === undefined ? {} : { panelWidth: width }),
    ...(height === undefined ? {} : { panelHeight: height }),
  });
  return true;
}
export async function onUtilityClick(
  utilityId: string,
  handler: (click: { readonly utilityId: string; readonly panelVisible: boolean }) => void,
): Promise<boolean> {
  utilities.onClick(requireUtility(utilityId).id, ({ id, isOpen }) => {
    handler({ utilityId: id, panelVisible: isOpen });
  });
  return true;
}
export async function enableModal(): Promise<boolean> {
  throw new Error('UNSUPPORTED: enableModal of lightning/platformUtilityBarApi');
}
export async function enablePopout(): Promise<boolean> {
  throw new Error('UNSUPPORTED: enablePopout of lightning/platformUtilityBarApi');
}

function requireUtility(utilityId: string): Utility {
  const utility = utilities.find(utilityId);
  if (utility === null) {
    throw new Error(`There is no utility ${utilityId} in this app.`);
  }
  return utility;
}
const infoOf = (utility: Utility): UtilityInfo => ({
  id: utility.id,
  utilityLabel: utility.label,
  utilityIcon: utility.icon,
  utilityIconVariant: utility.iconVariant,
  utilityHighlighted: utility.isHighlighted,
  utilityVisible: utility.isOpen,
  utilityPoppedOut: false,
  panelHeaderLabel: utility.panelLabel,
  panelHeaderIcon: utility.panelIcon,
  panelWidth: utility.panelWidth,
  panelHeight: utility.panelHeight,
});
