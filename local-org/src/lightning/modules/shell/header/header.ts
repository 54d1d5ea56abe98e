/** What is above every page: the org, its search, notifications and the user. */
import { LightningElement } from 'lwc';
import { router } from 'shell/router';

export default class Header extends LightningElement {
  term = router.current.type === 'standard__search' ? (router.current.state?.['term'] ?? '') : '';

  handleChange(event: CustomEvent<{ readonly value: string }>): void {
    this.term = event.detail.value;
  }
  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      this.search();
    }
  }

  search(): void {
    const term = this.term.trim();
    if (term !== '') {
      router.navigate({ type: 'standard__search', attributes: {}, state: { term } });
    }
  }
}
