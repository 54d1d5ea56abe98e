/** Scripts and styles of static resources, each loaded once. Source: LWC Developer Guide, "Use Third-Party JavaScript Libraries". */
import type { LightningElement } from 'lwc';

const loading = new Map<string, Promise<void>>();

export function loadScript(_self: LightningElement, url: string): Promise<void> {
  return once(url, () => {
    const script = document.createElement('script');
    script.src = url;
    return script;
  });
}

export function loadStyle(_self: LightningElement, url: string): Promise<void> {
  return once(url, () => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = url;
    return link;
  });
}

function once(url: string, make: () => HTMLElement): Promise<void> {
  const known = loading.get(url);
  if (known !== undefined) {
    return known;
  }
  const loaded = new Promise<void>((resolve, reject) => {
    const element = make();
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => {
      loading.delete(url);
      reject(new Error(`${url} can't be loaded`));
    });
    document.head.append(element);
  });
  loading.set(url, loaded);
  return loaded;
}
