/** An opportunity's stage decides its probability and forecast; its close date the fiscal period; amount and probability what is expected. */
import { ApexDecimal } from '../../../values/decimal.ts';
import { ApexDate } from '../../../values/temporal.ts';
import { isChanged, type DmlCall, type RowWork } from '../work.ts';
import type { StandardBehavior } from './behavior.ts';
import { numberOf, textOf } from './readers.ts';

const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  BestCase: 'Best Case',
  MostLikely: 'Most Likely',
  Forecast: 'Commit',
  Closed: 'Closed',
};
const HUNDRED = ApexDecimal.of(100);

export const OPPORTUNITY: StandardBehavior = {
  derive(call, work) {
    deriveStage(call, work);
    const amount = numberOf(work.values['Amount']);
    const probability = numberOf(work.values['Probability']);
    work.values['ExpectedRevenue'] =
      amount === null
        ? null
        : (amount
            .times(probability ?? ApexDecimal.ZERO)
            .dividedBy(HUNDRED)
            ?.withScale(2, 'HALF_UP') ?? null);
    const closeDate = work.values['CloseDate'];
    if (closeDate instanceof ApexDate) {
      const quarter = Math.floor((closeDate.month - 1) / 3) + 1;
      work.values['FiscalQuarter'] = quarter;
      work.values['FiscalYear'] = closeDate.year;
      work.values['Fiscal'] = `${closeDate.year} ${quarter}`;
    }
  },
  beforeSave(call, work) {
    if (!work.isInsert && isChanged(work, 'StageName')) {
      work.values['LastStageChangeDate'] = call.runtime.now();
    }
  },
};

function deriveStage(call: DmlCall, work: RowWork): void {
  const name = textOf(work.values['StageName']);
  const entry = call.object.fields
    .get('stagename')
    ?.picklist.find((one) => one.value.toLowerCase() === name?.toLowerCase());
  const stage = entry?.stage;
  const isNew = work.isInsert || isChanged(work, 'StageName');
  if (isNew && stage !== undefined) {
    const isGiven = work.isInsert
      ? work.given.has('Probability')
      : isChanged(work, 'Probability') && work.given.has('Probability');
    if (!isGiven) {
      work.values['Probability'] = ApexDecimal.of(stage.probability);
    }
    if (work.isInsert ? !work.given.has('ForecastCategoryName') : !isChanged(work, 'ForecastCategoryName')) {
      work.values['ForecastCategoryName'] = CATEGORY_NAMES[stage.forecastCategory] ?? null;
    }
  }
  if (isNew) {
    work.values['IsClosed'] = stage?.isClosed ?? false;
    work.values['IsWon'] = stage?.isWon ?? false;
  }
  const category = textOf(work.values['ForecastCategoryName']);
  work.values['ForecastCategory'] =
    Object.entries(CATEGORY_NAMES).find(([, label]) => label === category)?.[0] ?? stage?.forecastCategory ?? null;
}
