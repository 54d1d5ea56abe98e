/** The address of an app, or of none: opens the app and goes to its first page or the one that is asked for. */
import { api, LightningElement } from 'lwc';
import { apps, startOf } from 'shell/apps';
import { attribute, router, type PageReference } from 'shell/router';

export default class AppRedirect extends LightningElement {
  @api get pageReference(): PageReference | null {
    return this._reference;
  }
  set pageReference(value: PageReference | null) {
    this._reference = value;
    if (value !== null) {
      void this.open(value);
    }
  }
  _reference: PageReference | null = null;
  unknown: string | null = null;

  async open(reference: PageReference): Promise<void> {
    await apps.load();
    const target = attribute(reference, 'appTarget');
    const app = target === null ? apps.current : apps.find(target);
    if (app === null && target !== null) {
      this.unknown = `You have no app ${target}.`;
      return;
    }
    if (app !== null) {
      await apps.choose(app);
    }
    const inner = reference.attributes['pageRef'] as PageReference | undefined;
    if (inner === undefined) {
      router.open(startOf(app), { replace: true });
    } else {
      router.navigate(inner, { replace: true });
    }
  }
}
