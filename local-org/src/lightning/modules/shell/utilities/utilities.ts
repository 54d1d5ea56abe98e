/** The app's utilities, and what their components have made of them. */
import { apps, type PageItem } from 'shell/apps';

export interface Utility {
  readonly id: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly label: string;
  readonly icon: string;
  readonly iconVariant: string;
  readonly isHighlighted: boolean;
  readonly panelLabel: string;
  readonly panelIcon: string;
  readonly panelWidth: number;
  readonly panelHeight: number;
  /** Its component is there; it stays when the panel is closed. */
  readonly isLoaded: boolean;
  readonly isOpen: boolean;
}

/** Sizes of a panel that names none, as in App Builder. */
const WIDTH = 340;
const HEIGHT = 480;
const DEFAULT_ICON = 'bolt';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

class Utilities {
  #all: readonly Utility[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #clicks = new Map<string, Set<(utility: Utility) => void>>();

  constructor() {
    apps.subscribe(() => {
      this.read();
    });
    this.read();
  }

  get all(): readonly Utility[] {
    return this.#all;
  }

  find(id: string): Utility | null {
    return this.#all.find((one) => one.id === id) ?? null;
  }

  update(id: string, changes: Partial<Utility>): void {
    this.#all = this.#all.map((one) => (one.id === id ? { ...one, ...changes } : one));
    this.tell();
  }

  /** One panel at a time. */
  open(id: string): void {
    this.#all = this.#all.map((one) => ({ ...one, isOpen: one.id === id, isLoaded: one.isLoaded || one.id === id }));
    this.tell();
  }
  close(id: string): void {
    this.update(id, { isOpen: false });
  }
  /** Somebody pressed its button. */
  click(id: string): void {
    if (this.find(id)?.isOpen === true) {
      this.close(id);
    } else {
      this.open(id);
    }
    const utility = this.find(id);
    for (const handler of utility === null ? [] : (this.#clicks.get(id) ?? [])) {
      handler(utility as Utility);
    }
  }
  onClick(id: string, handler: (utility: Utility) => void): void {
    this.#clicks.set(id, (this.#clicks.get(id) ?? new Set()).add(handler));
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  read(): void {
    this.#clicks.clear();
    this.#all = (apps.current?.utilityItems ?? []).flatMap((region) => region.items).map(start);
    this.tell();
  }
  tell(): void {
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }
}

/** As the app's page describes it. With "Start automatically" its component is there before anybody opens it. */
function start({ identifier, name, properties }: PageItem): Utility {
  const label = text(properties['label']) || name.replace(/^\w+:/, '');
  const icon = text(properties['icon']) || DEFAULT_ICON;
  return {
    id: identifier,
    name,
    properties,
    label,
    icon,
    iconVariant: '',
    isHighlighted: false,
    panelLabel: label,
    panelIcon: icon,
    panelWidth: Number(text(properties['width'])) || WIDTH,
    panelHeight: Number(text(properties['height'])) || HEIGHT,
    isLoaded: properties['eager'] === 'true',
    isOpen: false,
  };
}

export const utilities = new Utilities();
