/** Classes of the platform that are data alone, and small rules of others. */
import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass } from '../support/apex.ts';

test('change event headers and results of actions hold what they are given', async () => {
  const methods = {
    header: `
      EventBus.ChangeEventHeader header = new EventBus.ChangeEventHeader();
      Assert.isNull(header.changeType);
      header.changeType = 'CREATE';
      header.setRecordIds(new List<String>{ '001000000000001AAA' });
      Assert.areEqual('CREATE', header.getChangeType());
      Assert.areEqual(1, header.recordIds.size());`,
    results: `
      Invocable.Action.Result result = (Invocable.Action.Result) JSON.deserialize(
        '{"success":false,"action":null,"errors":[{"code":"C","message":"M"}],"outputParameters":{}}', Invocable.Action.Result.class);
      result.getOutputParameters().put('record', new Account());
      Assert.isFalse(result.isSuccess());
      Assert.areEqual('C M', result.getErrors()[0].getCode() + ' ' + result.getErrors()[0].getMessage());
      Assert.areEqual(1, result.getOutputParameters().size());`,
    headerKeys: `
      HttpResponse response = new HttpResponse();
      response.setHeader('someKey', '1');
      response.setHeader('AnotherKey', '2');
      Assert.areEqual(new List<String>{ 'AnotherKey', 'someKey' }, response.getHeaderKeys());`,
    recycleBin: `
      Account deleted = new Account(Name = 'A');
      insert deleted;
      delete deleted;
      Database.emptyRecycleBin(deleted);
      Assert.areEqual(3, Limits.getDmlStatements());
      Assert.areEqual(3, Limits.getDmlRows());`,
    aggregates: `
      AggregateResult made = (AggregateResult) JSON.deserialize('{"attributes":{"type":"AggregateResult"},"total":3}', AggregateResult.class);
      Assert.areEqual(3, made.get('total'));`,
    aggregateType: `
      AggregateResult grouped = [SELECT COUNT(Id) total FROM Account];
      Assert.areEqual(AggregateResult.SObjectType, grouped.getSObjectType());`,
    optionsOfARow: `
      Database.DMLOptions options = new Database.DMLOptions();
      options.AllowFieldTruncation = true;
      Account cut = new Account(Name = 'x'.repeat(300));
      cut.setOptions(options);
      List<Database.SaveResult> results = Database.insert(new List<Account>{ cut, new Account(Name = 'x'.repeat(300)) }, false);
      Assert.isTrue(results[0].isSuccess());
      Assert.areEqual(StatusCode.STRING_TOO_LONG, results[1].getErrors()[0].getStatusCode());
      Assert.areEqual(255, [SELECT Name FROM Account].Name.length());`,
    midnight: `
      Assert.areEqual(Date.newInstance(2026, 11, 23), Datetime.newInstanceGmt(2026, 11, 23));
      Assert.areNotEqual(Date.newInstance(2026, 11, 23), Datetime.newInstanceGmt(2026, 11, 23, 1, 0, 0));`,
    pickLists: `
      VisualEditor.DynamicPickList colors = new Colors();
      Assert.areEqual('Red', colors.getDefaultValue().getLabel());
      Assert.areEqual(2, colors.getValues().size());
      Assert.areEqual('b', colors.getValues().getDataRows()[1].getValue());
      Assert.isFalse(colors.getValues().containsAllRows());`,
    namesakes: `
      Assert.isInstanceOfType(Type.forName('Account').newInstance(), Schema.Account.class);
      Assert.isInstanceOfType(Type.forName('Helper').newInstance(), Helper.class);`,
  };
  const org = await orgOf({
    'classes/PlainTest.cls': testClass('PlainTest', methods),
    'classes/Helper.cls': 'public class Helper {}',
    'classes/Colors.cls': `public class Colors extends VisualEditor.DynamicPickList {
      public override VisualEditor.DataRow getDefaultValue() { return new VisualEditor.DataRow('Red', 'r'); }
      public override VisualEditor.DynamicPickListRows getValues() {
        VisualEditor.DynamicPickListRows rows = new VisualEditor.DynamicPickListRows();
        rows.addRow(getDefaultValue());
        rows.addRow(new VisualEditor.DataRow('Blue', 'b', true));
        return rows;
      }
    }`,
  });
  const shadowed = await orgOf({
    'classes/ShadowTest.cls': testClass('ShadowTest', { namesakes: methods.namesakes }),
    'classes/Account.cls': 'public class Account {}',
    'classes/Helper.cls': 'public class Helper {}',
  });
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
  expect(outcomes(shadowed.runTests())).toEqual({ namesakes: 'pass' });
});

test('an action is refused when it is made', async () => {
  const org = await orgOf({
    'classes/ActionTest.cls': testClass('ActionTest', {
      makes: "Invocable.Action.createCustomAction('flow', 'Greet').invoke();",
    }),
  });
  expect(outcomes(org.runTests())['makes']).toMatch(/^UNSUPPORTED: Invocable\.Action \(/);
});
