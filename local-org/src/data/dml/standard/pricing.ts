/** Price book entries are named after their product; opportunity products after both, and they make up the opportunity's amount. */
import { ApexDecimal } from '../../../values/decimal.ts';
import { dmlError } from '../errors.ts';
import { isChanged, type DmlCall, type RowWork, type Values } from '../work.ts';
import type { StandardBehavior } from './behavior.ts';
import { numberOf, parentOf, saveFollowing, textOf } from './readers.ts';

const HUNDRED = ApexDecimal.of(100);
const money = (value: ApexDecimal): ApexDecimal => value.withScale(2, 'HALF_UP') as ApexDecimal;

export const PRICEBOOK_ENTRY: StandardBehavior = {
  derive(call, work) {
    const product = parentOf(call, 'Product2', work.values['Product2Id']);
    work.values['Name'] = product?.['Name'] ?? null;
    work.values['ProductCode'] = product?.['ProductCode'] ?? null;
  },
  beforeSave(call, work) {
    const book = parentOf(call, 'Pricebook2', work.values['Pricebook2Id']);
    if (!work.isInsert || book === null || book['IsStandard'] === true) {
      return;
    }
    const standard = call.store
      .findBy('PricebookEntry', 'Product2Id', work.values['Product2Id'] ?? null)
      .find((entry) => parentOf(call, 'Pricebook2', entry['Pricebook2Id'])?.['IsStandard'] === true);
    if (standard === undefined) {
      work.errors.push(dmlError('noStandardPrice'));
    } else if (work.values['UseStandardPrice'] === true) {
      work.values['UnitPrice'] = standard['UnitPrice'] ?? null;
    }
  },
};

export const OPPORTUNITY_LINE_ITEM: StandardBehavior = {
  derive(call, work) {
    const { values } = work;
    const opportunity = parentOf(call, 'Opportunity', values['OpportunityId']);
    const entry =
      parentOf(call, 'PricebookEntry', values['PricebookEntryId']) ??
      entryOfProduct(call, opportunity?.['Pricebook2Id'] ?? null, values['Product2Id'] ?? null);
    if (entry !== null) {
      values['PricebookEntryId'] = entry.Id;
      values['Product2Id'] = entry['Product2Id'] ?? null;
      values['ProductCode'] = entry['ProductCode'] ?? null;
      values['ListPrice'] = entry['UnitPrice'] ?? null;
      values['Name'] = `${textOf(opportunity?.['Name']) ?? ''} ${textOf(entry['Name']) ?? ''}`.trim();
    }
    derivePrices(work, numberOf(entry?.['UnitPrice']));
  },
  afterSave: (call, works) => totalOpportunities(call, works),
  afterDelete: (call, works) => totalOpportunities(call, works),
};

function entryOfProduct(
  call: DmlCall,
  pricebook: Values[string] | undefined,
  product: Values[string] | undefined,
): ReturnType<typeof parentOf> {
  return product === null || product === undefined
    ? null
    : (call.store.findBy('PricebookEntry', 'Product2Id', product).find((one) => one['Pricebook2Id'] === pricebook) ??
        null);
}

function derivePrices(work: RowWork, listPrice: ApexDecimal | null): void {
  const { values } = work;
  const quantity = numberOf(values['Quantity']);
  const isTotalGiven =
    work.given.has('TotalPrice') &&
    (work.isInsert ? !work.given.has('UnitPrice') : isChanged(work, 'TotalPrice') && !isChanged(work, 'UnitPrice'));
  const share = HUNDRED.minus(numberOf(values['Discount']) ?? ApexDecimal.ZERO);
  const total = numberOf(values['TotalPrice']);
  if (quantity === null) {
    return;
  }
  if (isTotalGiven && total !== null) {
    const unit = total.times(HUNDRED).dividedBy(quantity.times(share));
    values['UnitPrice'] = unit === null ? null : money(unit);
  }
  const unit = numberOf(values['UnitPrice']) ?? listPrice;
  if (unit !== null) {
    values['UnitPrice'] = unit;
    values['Subtotal'] = money(unit.times(quantity));
    values['TotalPrice'] = isTotalGiven
      ? total
      : money(unit.times(quantity).times(share).dividedBy(HUNDRED) as ApexDecimal);
  }
}

function totalOpportunities(call: DmlCall, works: readonly RowWork[]): void {
  const ids = new Set(works.map((work) => textOf(work.values['OpportunityId'] ?? work.before?.['OpportunityId'])));
  const updates = [...ids].flatMap((id): Values[] => {
    const opportunity = parentOf(call, 'Opportunity', id);
    if (id === null || opportunity === null) {
      return [];
    }
    const items = call.store.findBy('OpportunityLineItem', 'OpportunityId', id);
    const amount = items.reduce(
      (sum, item) => sum.plus(numberOf(item['TotalPrice']) ?? ApexDecimal.ZERO),
      ApexDecimal.of('0.00'),
    );
    const book = parentOf(call, 'PricebookEntry', items[0]?.['PricebookEntryId'])?.['Pricebook2Id'] ?? null;
    const values: Values = {
      Id: id,
      HasOpportunityLineItem: items.length > 0,
      Pricebook2Id: opportunity['Pricebook2Id'] ?? book,
    };
    return [items.length > 0 ? { ...values, Amount: amount } : values];
  });
  saveFollowing(call, 'update', 'Opportunity', updates);
}
