import { createElement } from 'lwc';
import BudgetSummary from 'c/budgetSummary';
import type HoursFigure from 'c/hoursFigure';
import noBudget from './data/noBudget.json';
import overBudget from './data/overBudget.json';
import withinBudget from './data/withinBudget.json';
import zeroBudget from './data/zeroBudget.json';

type BudgetView = BudgetSummary['budget'];

function createSummary(budget: BudgetView): HTMLElement {
  const summary = createElement('c-budget-summary', { is: BudgetSummary });
  Object.assign(summary, { budget, entriesUrl: '/entries', projectsUrl: '/projects' });
  document.body.appendChild(summary);
  return summary;
}

function figures(summary: HTMLElement): [string, number, string][] {
  const found = summary.shadowRoot?.querySelectorAll<HTMLElement & HoursFigure>('c-hours-figure') ?? [];
  return [...found].map((figure) => [figure.label, figure.hours, figure.variant]);
}

function barValue(summary: HTMLElement): unknown {
  return summary.shadowRoot?.querySelector<HTMLElement & { value: number }>('lightning-progress-bar')?.value;
}

describe('c-budget-summary', () => {
  test('shows hours logged, budget and hours left', () => {
    const summary = createSummary(withinBudget);

    expect(figures(summary)).toEqual([
      ['c.Budget_Hours_Logged', 42.5, 'plain'],
      ['c.Budget_Hours', 100, 'plain'],
      ['c.Budget_Hours_Left', 57.5, 'plain'],
    ]);
    expect(barValue(summary)).toBe(42.5);
  });

  test('says in words how far over the budget the hours are, and the bar stays full', () => {
    const summary = createSummary(overBudget);

    expect(figures(summary)[2]).toEqual(['c.Budget_Over', 12.5, 'over']);
    expect(barValue(summary)).toBe(100);
  });

  test('takes any hour over a budget of zero', () => {
    const summary = createSummary(zeroBudget);

    expect(figures(summary)[2]).toEqual(['c.Budget_Over', 2, 'over']);
    expect(barValue(summary)).toBe(100);
  });

  test('shows hours alone where no project has a budget', () => {
    const summary = createSummary(noBudget);

    expect(figures(summary)).toEqual([['c.Budget_Hours_Logged', 8, 'plain']]);
    expect(summary.shadowRoot?.querySelector('.no-budget')?.textContent).toBe('c.Budget_None');
    expect(barValue(summary)).toBeUndefined();
  });

  test.each([
    [0, 'showentries'],
    [1, 'showprojects'],
    [2, 'showprojects'],
  ])('opening figure %i emits %s', (position, event) => {
    const summary = createSummary(withinBudget);
    const handler = jest.fn();
    summary.addEventListener(event, handler);

    summary.shadowRoot?.querySelectorAll('c-hours-figure')[position]?.dispatchEvent(new CustomEvent('open'));

    expect(handler).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['within the budget', withinBudget],
    ['over the budget', overBudget],
    ['without a budget', noBudget],
  ])('is accessible %s', async (_name, budget) => {
    await expect(createSummary(budget)).toBeAccessible();
  });
});
