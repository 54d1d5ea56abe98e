import { LightningElement, api } from 'lwc';
import budgetLabel from '@salesforce/label/c.Budget_Hours';
import leftLabel from '@salesforce/label/c.Budget_Hours_Left';
import loggedLabel from '@salesforce/label/c.Budget_Hours_Logged';
import noneLabel from '@salesforce/label/c.Budget_None';
import overLabel from '@salesforce/label/c.Budget_Over';
import showEntriesLabel from '@salesforce/label/c.Budget_Show_Entries';
import showProjectsLabel from '@salesforce/label/c.Budget_Show_Projects';
import usedLabel from '@salesforce/label/c.Budget_Used';
import type { BudgetView } from 'views/time';

const FULL = 100;

/** Shows hours logged, budget and what is left. Intent goes out as `showentries` and `showprojects`. */
export default class BudgetSummary extends LightningElement {
  @api budget!: BudgetView;
  /** Addresses of the records behind the numbers; without one the number is plain text. */
  @api entriesUrl?: string;
  @api projectsUrl?: string;

  readonly labels = {
    budget: budgetLabel,
    logged: loggedLabel,
    none: noneLabel,
    showEntries: showEntriesLabel,
    showProjects: showProjectsLabel,
    used: usedLabel,
  };

  get loggedHours(): number {
    return this.budget.loggedHours;
  }

  get budgetHours(): number {
    return this.budget.budgetHours ?? 0;
  }

  /** A budget of zero hours is a budget: the first hour is over it. */
  get hasBudget(): boolean {
    return typeof this.budget.budgetHours === 'number';
  }

  get hoursLeft(): number {
    return this.budget.hoursLeft ?? this.budgetHours - this.loggedHours;
  }

  get isOver(): boolean {
    return this.hasBudget && this.hoursLeft < 0;
  }

  /** Words first, color second: the label itself says that the budget is used up. */
  get restLabel(): string {
    return this.isOver ? overLabel : leftLabel;
  }

  get restHours(): number {
    return Math.abs(this.hoursLeft);
  }

  get restVariant(): 'plain' | 'over' {
    return this.isOver ? 'over' : 'plain';
  }

  get usedPercent(): number {
    return this.budget.usedPercent ?? (this.isOver ? FULL : 0);
  }

  get barValue(): number {
    return Math.min(FULL, Math.max(0, this.usedPercent));
  }

  handleEntries(): void {
    this.dispatchEvent(new CustomEvent('showentries'));
  }

  handleProjects(): void {
    this.dispatchEvent(new CustomEvent('showprojects'));
  }
}
