/** System.ApexPages, the page of the transaction only: a test sets it, and no page is ever rendered. */
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import type { PageReferenceValue } from './PageReference.ts';

const PAGE = Symbol('current page');

export function setCurrentPage(runtime: Runtime, page: PageReferenceValue | null): null {
  runtime.transactionState.set(PAGE, page);
  return null;
}
/** Null outside a page, as in a trigger or a job. */
export function currentPage(runtime: Runtime): PageReferenceValue | null {
  return (runtime.transactionState.get(PAGE) as PageReferenceValue | undefined) ?? null;
}

export default platformClass('System.ApexPages', {
  methods: { 'static System.PageReference currentPage()': currentPage },
});
