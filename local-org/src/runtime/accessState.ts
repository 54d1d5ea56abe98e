/**
 * Who runs and in which mode. The mode of a statement comes from the statement, then from its class; a class that
 * takes its sharing from its caller asks the JavaScript stack who that is, so calls cost nothing.
 */
import type { CodeMode, ProgramLink } from './programLink.ts';
import type { AccessContext, OrgContext, Runtime } from './runtime.ts';

interface State {
  readonly userId: string;
  readonly forced: AccessContext | null;
}

const DEFAULT_SETTINGS: Runtime['userSettings'] = {
  timeZone: 'GMT',
  locale: 'en_US',
  language: 'en_US',
  currency: 'USD',
};

export class AccessState {
  readonly #org: OrgContext;
  readonly #program: ProgramLink | null;
  readonly #settings = new Map<string, Runtime['userSettings']>();
  #state: State;

  constructor(org: OrgContext, program: ProgramLink | null, userId: string) {
    this.#org = org;
    this.#program = program;
    this.#state = { userId, forced: null };
  }

  current(): AccessContext {
    const { forced } = this.#state;
    if (forced !== null) {
      return forced;
    }
    const code = this.#callers()[0];
    return code === undefined
      ? { userId: this.#state.userId, isUserMode: false, isSharingEnforced: false }
      : this.ofStatement(null, code);
  }

  /** A call that names its mode: in system mode the sharing keyword of the class decides, not the mode it is used to. */
  inMode(isUserMode: boolean): AccessContext {
    const { forced, userId } = this.#state;
    const code = forced === null ? this.#callers()[0] : undefined;
    return code === undefined
      ? { userId, isUserMode, isSharingEnforced: isUserMode || (forced?.isSharingEnforced ?? false) }
      : this.ofStatement(isUserMode ? 'user' : 'system', code);
  }

  ofStatement(mode: 'user' | 'system' | null, code: CodeMode): AccessContext {
    const isUserMode = mode === null ? code.isUserMode : mode === 'user';
    const isSharingEnforced = isUserMode || this.#isShared(code);
    return { userId: this.#state.userId, isUserMode, isSharingEnforced, namespace: code.namespace };
  }

  #isShared(code: CodeMode): boolean {
    if (code.sharing !== 'caller') {
      return code.sharing === 'with';
    }
    const callers = this.#callers();
    const decisive = callers.find((one) => one.sharing !== 'caller');
    return decisive === undefined ? (callers.at(-1) ?? code).isSharedAtEntry : decisive.sharing === 'with';
  }
  #callers(): readonly CodeMode[] {
    return this.#program?.frames(new Error('callers').stack ?? '').map((frame) => frame.mode) ?? [];
  }

  force(access: AccessContext): object {
    return this.#replace({ userId: access.userId, forced: access });
  }
  release(): object {
    return this.#replace({ userId: this.#state.userId, forced: null });
  }
  enterUser(userId: string): object {
    return this.#replace({ userId, forced: null });
  }
  restore(before: object): void {
    this.#state = before as State;
  }
  #replace(next: State): object {
    const before = this.#state;
    this.#state = next;
    return before;
  }

  userSettings(): Runtime['userSettings'] {
    const { userId } = this.#state;
    let settings = this.#settings.get(userId);
    if (settings === undefined) {
      settings = this.#readSettings(userId);
      this.#settings.set(userId, settings);
    }
    return settings;
  }
  #readSettings(userId: string): Runtime['userSettings'] {
    const row = this.#org.store.get('User', userId);
    const text = (field: string, otherwise: string): string => {
      const value = row?.[field];
      return typeof value === 'string' ? value : otherwise;
    };
    return {
      timeZone: text('TimeZoneSidKey', DEFAULT_SETTINGS.timeZone),
      locale: text('LocaleSidKey', DEFAULT_SETTINGS.locale),
      language: text('LanguageLocaleKey', DEFAULT_SETTINGS.language),
      currency: text('DefaultCurrencyIsoCode', DEFAULT_SETTINGS.currency),
    };
  }
}
