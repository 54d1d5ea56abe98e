import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { refreshApex } from '@salesforce/apex';
import getBudget from '@salesforce/apex/OpportunityTimeController.getBudget';
import emptyLabel from '@salesforce/label/c.Budget_Empty';
import loadingLabel from '@salesforce/label/c.Budget_Loading';
import newProjectLabel from '@salesforce/label/c.Budget_New_Project';
import noAccessLabel from '@salesforce/label/c.Budget_No_Access';
import notReadLabel from '@salesforce/label/c.Budget_Not_Read';
import titleLabel from '@salesforce/label/c.Budget_Title';
import PROJECT from '@salesforce/schema/Project__c';
import OPPORTUNITY_OF_PROJECT from '@salesforce/schema/Project__c.Opportunity__c';
import type { BudgetView } from 'views/time';
import type { WireResult } from 'wire';

/** In a package the imported names carry its namespace; relationships can't be imported, so they borrow the prefix. */
const PREFIX = PROJECT.objectApiName.slice(0, -'Project__c'.length);

/** Opportunity record page: how many hours are logged, how many were agreed, how many are left. */
export default class OpportunityBudgetCard extends NavigationMixin(LightningElement) {
  @api recordId?: string;

  @wire(getObjectInfo, { objectApiName: PROJECT })
  projectInfo?: WireResult<ObjectInfo>;

  result?: WireResult<BudgetView>;
  entriesUrl: string | undefined;
  projectsUrl: string | undefined;
  refreshHandlerId = '';

  readonly labels = {
    empty: emptyLabel,
    loading: loadingLabel,
    newProject: newProjectLabel,
    noAccess: noAccessLabel,
    notRead: notReadLabel,
    title: titleLabel,
  };

  override connectedCallback(): void {
    this.refreshHandlerId = registerRefreshHandler(this, () => this.refresh());
  }

  override disconnectedCallback(): void {
    unregisterRefreshHandler(this.refreshHandlerId);
  }

  @wire(getBudget, { opportunityId: '$recordId' } as const)
  receiveBudget(result: WireResult<BudgetView>): void {
    this.result = result;
    if (result.data) {
      // Without addresses the numbers stay plain text; that is no reason to hide them.
      this.linkNumbers(result.data.canSeeProjects).catch(() => {
        this.entriesUrl = undefined;
        this.projectsUrl = undefined;
      });
    }
  }

  get budget(): BudgetView | undefined {
    return this.result?.data;
  }

  get error(): unknown {
    return this.result?.error;
  }

  /** Hours of projects that the reader can't see still count, so hours alone are enough to show the figures. */
  get hasFigures(): boolean {
    return this.budget !== undefined && (this.budget.projectCount > 0 || this.budget.loggedHours > 0);
  }

  get isEmpty(): boolean {
    return this.budget !== undefined && !this.hasFigures;
  }

  get emptyText(): string {
    return this.budget?.canSeeProjects ? this.labels.empty : this.labels.noAccess;
  }

  get mayCreateProject(): boolean {
    return (this.budget?.canSeeProjects ?? false) && (this.projectInfo?.data?.createable ?? false);
  }

  handleEntries(): void {
    this[NavigationMixin.Navigate](this.relatedList('Time_Entries__r'));
  }

  handleProjects(): void {
    this[NavigationMixin.Navigate](this.relatedList('Timesheet_Projects__r'));
  }

  handleNewProject(): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__objectPage',
      attributes: { objectApiName: PROJECT.objectApiName, actionName: 'new' },
      state: {
        defaultFieldValues: encodeDefaultFieldValues({ [OPPORTUNITY_OF_PROJECT.fieldApiName]: this.recordId ?? '' }),
      },
    });
  }

  async linkNumbers(canSeeProjects: boolean): Promise<void> {
    const generate = this[NavigationMixin.GenerateUrl].bind(this);
    this.entriesUrl = await generate(this.relatedList('Time_Entries__r'));
    if (canSeeProjects) {
      this.projectsUrl = await generate(this.relatedList('Timesheet_Projects__r'));
    }
  }

  relatedList(relationship: string): PageReference {
    return {
      type: 'standard__recordRelationshipPage',
      attributes: {
        recordId: this.recordId ?? '',
        objectApiName: 'Opportunity',
        relationshipApiName: PREFIX + relationship,
        actionName: 'view',
      },
    };
  }

  async refresh(): Promise<boolean> {
    await refreshApex(this.result);
    return true;
  }
}
