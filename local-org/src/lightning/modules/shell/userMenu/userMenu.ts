/** Who is logged in, and how to be somebody else. */
import { LightningElement } from 'lwc';
import { currentTheme, THEMES, wearTheme, type ThemeName } from 'shell/theme';

interface PageContext {
  readonly user?: { readonly name: string | null; readonly username: string | null };
}

export default class UserMenu extends LightningElement {
  theme: ThemeName = currentTheme();

  get user(): NonNullable<PageContext['user']> {
    const { lightningContext } = globalThis as { readonly lightningContext?: PageContext };
    return lightningContext?.user ?? { name: null, username: null };
  }
  get name(): string {
    return this.user.name ?? 'Unknown user';
  }
  get menuLabel(): string {
    return `View profile: ${this.name}`;
  }
  get themes(): readonly { readonly name: string; readonly label: string; readonly isWorn: boolean }[] {
    return THEMES.map(({ name, label }) => ({ name, label, isWorn: name === this.theme }));
  }

  handleSelect(event: CustomEvent<{ readonly value: string }>): void {
    const { value } = event.detail;
    if (value === 'login') {
      location.assign(`/login?startURL=${encodeURIComponent(location.pathname + location.search)}`);
    } else if (value === 'logout') {
      location.assign('/logout');
    } else if (value === 'slds1' || value === 'slds2') {
      wearTheme(value);
      this.theme = value;
    }
  }
}
