/** Runs anonymous Apex as the user, and shows its log, its exception or why it does not compile. */
import { LightningElement } from 'lwc';
import { messageOf, request } from 'shell/fetch';

interface ApexResult {
  readonly isSuccess: boolean;
  readonly errors: readonly { readonly line: number; readonly column: number; readonly message: string }[];
  readonly message: string | null;
  readonly stack: readonly string[];
  readonly log: readonly { readonly level: string; readonly text: string }[];
  readonly milliseconds: number;
}

export default class DevApex extends LightningElement {
  source = "System.debug('Hello, ' + UserInfo.getName());";
  result: ApexResult | null = null;
  failure: string | null = null;
  isRunning = false;
  readonly columns = [
    { label: 'Level', fieldName: 'level', initialWidth: 100 },
    { label: 'Text', fieldName: 'text', wrapText: true },
  ];

  get problem(): string | null {
    const [error] = this.result?.errors ?? [];
    return (
      this.failure ??
      (error === undefined
        ? (this.result?.message ?? null)
        : `Line ${error.line}, column ${error.column}: ${error.message}`)
    );
  }
  get stack(): readonly string[] {
    return this.result?.stack ?? [];
  }
  get summary(): string {
    const { isSuccess = false, milliseconds = 0 } = this.result ?? {};
    return isSuccess ? `Ran in ${milliseconds} ms` : 'Nothing was saved';
  }
  get lines(): readonly Readonly<Record<string, string>>[] {
    return (this.result?.log ?? []).map(({ level, text }, index) => ({ id: String(index), level, text }));
  }

  handleChange(event: CustomEvent<{ readonly value: string }>): void {
    this.source = event.detail.value;
  }
  async handleRun(): Promise<void> {
    this.isRunning = true;
    this.failure = null;
    try {
      this.result = await request<ApexResult>('POST', '/_/org/dev/apex', { source: this.source });
    } catch (error) {
      this.result = null;
      this.failure = messageOf(error);
    } finally {
      this.isRunning = false;
    }
  }
}
