import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, openStage, type Stage } from './support/stage.ts';

const UI = '/services/data/v67.0/ui-api';

let stage: Stage;
let hikeId: string;
beforeAll(async () => {
  stage = await openStage();
  await make('Account', { Name: 'Boot & Sons' });
  hikeId = await make('trail__Hike__c', { Name: 'North', trail__Length__c: 10, trail__Code__c: 'N1' });
});
afterAll(async () => {
  await stage.stop();
});

async function make(apiName: string, fields: Readonly<Record<string, unknown>>): Promise<string> {
  const { id } = (await stage.ask('POST', `${UI}/records`, { apiName, fields })) as { readonly id: string };
  return id;
}
const stored = async (id: string, field: string): Promise<unknown> => {
  const record = (await stage.ask('GET', `${UI}/records/${id}?fields=trail__Hike__c.${field}`)) as {
    readonly fields: Readonly<Record<string, { readonly value: unknown }>>;
  };
  return record.fields[field]?.value;
};
const text = async (id: string): Promise<string> =>
  (await stage.page.locator(`main [data-id=${id}]`).first().textContent()) ?? '';
const press = (label: string): Promise<void> => stage.page.getByRole('button', { name: label, exact: true }).click();

/** As a person does: formatted inputs change what they show when they get the focus. */
async function type(label: string, value: string): Promise<void> {
  const input = stage.page.getByLabel(label, { exact: true }).first();
  await input.click();
  await stage.page.keyboard.press('Control+A');
  await stage.page.keyboard.press('Delete');
  await stage.page.keyboard.type(value);
  await stage.page.keyboard.press('Tab');
}

describe('a record form', () => {
  test('shows what is stored, saves what was changed, and tells its events', async () => {
    await stage.show('trail/hikeForm', { recordId: hikeId });
    await eventually(() => stage.page.getByLabel('Length', { exact: true }).inputValue()).toBe('10.0');
    await type('Length', '12.5');
    await type('*Hike Name', 'North Face ');
    await eventually(() => text('changed')).toBe('"North Face "');
    await press('Save');
    await eventually(() => text('log')).toBe('load submit:North Face  success:18');
    expect(await stored(hikeId, 'trail__Length__c')).toBe(12.5);
    expect(await stored(hikeId, 'Name')).toBe('North Face');
    expect(stage.faults()).toEqual([]);
  });

  test('shows a formula as text, and reads it anew after saving', async () => {
    await eventually(() => stage.page.getByText('25.0').count()).toBe(1);
  });

  test('says what is missing before it asks the org', async () => {
    await type('*Code', '');
    await press('Save');
    await eventually(() => stage.page.getByText('Complete this field.').count()).toBe(1);
    await eventually(() => text('log')).not.toContain('error');
    await press('Reset');
    await eventually(() => stage.page.getByLabel('*Code', { exact: true }).inputValue()).toBe('N1');
  });

  test('shows what the org refuses at the field, or above the form', async () => {
    await type('Length', '-3');
    await press('Save');
    await eventually(() =>
      stage.page.locator('.slds-form-element__help', { hasText: 'A hike goes forward.' }).count(),
    ).toBe(1);
    await eventually(() => text('log')).toContain('error:A hike goes forward.');
    await stage.picture('form-field-error');
    await type('Length', '3');
    await type('*Hike Name', 'Nowhere');
    await press('Save');
    await stage.picture('form-page-error');
    await eventually(() => stage.page.getByRole('alert').filter({ hasText: 'Go somewhere.' }).count()).toBe(1);
    await stage.picture('form-page-error');
    stage.faults();
  });

  test('finds records for a lookup and makes a new record with defaults', async () => {
    await stage.show('trail/hikeForm');
    await eventually(() => stage.page.getByLabel('*Code', { exact: true }).inputValue()).toBe('H');
    await type('*Hike Name', 'West');
    await stage.page.getByRole('combobox', { name: 'Level' }).click();
    await stage.page.getByRole('option', { name: 'Hard' }).click();
    await stage.page.getByRole('combobox', { name: 'Sponsor' }).click();
    await stage.page.keyboard.type('Boot');
    await stage.page.getByRole('option', { name: /Boot & Sons/ }).click();
    await press('Save');
    await eventually(() => text('log')).toBe('load submit:West success:18');
    const made = (await stage.ask(
      'GET',
      `/services/data/v67.0/query?q=${encodeURIComponent("SELECT trail__Level__c, trail__Code__c, trail__Account__r.Name FROM trail__Hike__c WHERE Name = 'West'")}`,
    )) as { readonly records: readonly object[] };
    expect(made.records).toMatchObject([
      { trail__Level__c: 'Hard', trail__Code__c: 'H', trail__Account__r: { Name: 'Boot & Sons' } },
    ]);
    expect(stage.faults()).toEqual([]);
  });
});

describe('forms that show', () => {
  test('draw fields as people read them, and change to editing', async () => {
    await stage.show('trail/hikeCard', { recordId: hikeId });
    await eventually(() => text('view')).toContain('12.5');
    await eventually(() => text('own')).toContain('North Face');
    await press('Edit');
    await type('Length', '14');
    await press('Save');
    await eventually(() => text('view')).toContain('14.0');
    await eventually(() => stage.page.getByRole('button', { name: 'Edit' }).count()).toBe(1);
    expect(stage.faults()).toEqual([]);
  });

  test('take formatted text, and no scripts in it', async () => {
    const area = stage.page.getByRole('textbox', { name: 'Remark' });
    expect(await area.innerHTML()).toBe('<p>Bring <b>boots</b></p>');
    await area.click();
    await stage.page.keyboard.press('Control+A');
    await press('Italic');
    await eventually(() => text('text')).toContain('<i>');
    await stage.page.keyboard.press('Delete');
    await stage.page.keyboard.press('Tab');
    await eventually(() => stage.page.getByText('Complete this field.').count()).toBe(1);
    expect(stage.faults()).toEqual([]);
  });
});
