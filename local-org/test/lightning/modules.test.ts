import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, openStage, type Stage } from './support/stage.ts';

const UI = '/services/data/v67.0/ui-api';

let stage: Stage;
let hikeId: string;
beforeAll(async () => {
  stage = await openStage();
  const account = await make('Account', { Name: 'Boot & Sons' });
  hikeId = await make('trail__Hike__c', {
    Name: 'North',
    trail__Length__c: 10,
    trail__Price__c: 12.5,
    trail__Code__c: 'N1',
    trail__Account__c: account,
  });
  await make('trail__Hike__c', { Name: 'Stroll', trail__Length__c: 2, trail__Code__c: 'S1' });
});
afterAll(async () => {
  await stage.stop();
});

async function make(apiName: string, fields: Readonly<Record<string, unknown>>): Promise<string> {
  const { id } = (await stage.ask('POST', `${UI}/records`, { apiName, fields })) as { readonly id: string };
  return id;
}
const text = async (id: string, within = 'main'): Promise<string> =>
  (await stage.page.locator(`${within} [data-id=${id}]`).first().textContent()) ?? '';
const press = (label: string, within = 'main'): Promise<void> =>
  stage.page.locator(within).getByRole('button', { name: label }).first().click();

describe('wired records', () => {
  test('show values, names behind lookups and formulas, and change for all who show them', async () => {
    await stage.show('trail/hikeBoard', { recordId: hikeId });
    await eventually(() => text('length', '[data-id=first]')).toBe('10');
    await eventually(() => text('sponsor', '[data-id=first]')).toBe('Boot & Sons');
    await eventually(() => text('price', '[data-id=second]')).toBe('$12.50');
    await eventually(() => text('frozen', '[data-id=first]')).toBe('true');
    await press('Stretch', '[data-id=first]');
    await eventually(() => text('double', '[data-id=second]')).toBe('22');
    await eventually(() => text('length', '[data-id=second]')).toBe('11');
    await eventually(() => text('sponsor', '[data-id=second]')).toBe('Boot & Sons');
    expect(stage.faults()).toEqual([]);
  });

  test('say first that there is nothing, and nothing more while the id is missing', async () => {
    await eventually(() => text('states', '[data-id=first]')).toMatch(/^nothing data/);
    await eventually(() => text('states', '[data-id=third]')).toBe('nothing');
  });

  test('tell a refused change by its field, and a record that is not there', async () => {
    await press('Shrink', '[data-id=first]');
    await eventually(() => text('refusal', '[data-id=first]')).toBe('400 A hike goes forward.');
    await stage.show('trail/hikeReader', { recordId: '001000000000000AAA' });
    await eventually(() => text('failure')).toMatch(/^40\d /);
    stage.faults();
  });
});

describe('Apex of components', () => {
  test('is wired, called, refreshed and refused', async () => {
    await stage.show('trail/hikeList');
    await eventually(() => text('names')).toBe('North');
    await press('Add');
    await eventually(() => text('names')).toBe('North, Zenith');
    await make('trail__Hike__c', { Name: 'Yonder', trail__Length__c: 8, trail__Code__c: 'Y1' });
    await press('Refresh');
    await eventually(() => text('names')).toBe('North, Yonder, Zenith');
    await eventually(() => text('refreshed')).toBe('1');
    expect(stage.faults()).toEqual([]);
    await press('Refuse');
    await eventually(() => text('error')).toBe('500 Server Error: Not today (System.AuraHandledException)');
    stage.faults();
  });

  test('stands beside labels, permissions, descriptions and static resources', async () => {
    await eventually(() => text('label')).toBe('Hikes');
    await eventually(() => text('kit')).toBe('kit 3');
    await eventually(() => text('context')).toBe('Good morning | 18 | en-US | Large | undefined | true');
  });
});

describe('messages', () => {
  test('reach who listens until they stop', async () => {
    await stage.show('trail/hikeTalk');
    await press('Tell');
    await press('Tell');
    await eventually(() => text('heard')).toBe('h1 h2');
    await press('Stop');
    await press('Tell');
    await eventually(() => text('heard')).toBe('h1 h2');
    expect(stage.faults()).toEqual([]);
  });
});

describe('platform events', () => {
  test('reach the page that listens', async () => {
    await stage.show('trail/hikeEars');
    await eventually(() => text('state')).toBe('listening');
    await stage.ask('POST', '/services/data/v67.0/sobjects/trail__Hike_Moved__e', { trail__Place__c: 'Ridge' });
    await eventually(() => text('places')).toBe('Ridge');
    expect(stage.faults()).toEqual([]);
  });
});

describe('what the local org does not have', () => {
  test.each([
    ['trail/hikeStranger', 'trail/hikeStranger: The local org does not have the module lightning/uiGraphQLApi'],
    ['trail/hikeLost', "@salesforce/label/c.Nothing can't be imported: there is no label c.Nothing"],
  ])('is named: %s', async (module, words) => {
    await stage.show(module);
    expect(await stage.page.locator('main').textContent()).toBe(words);
    stage.faults();
  });
});
