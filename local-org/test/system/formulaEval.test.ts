import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass } from '../support/apex.ts';

const BOAT = `global class Boat {
  global Integer lengthInYards;
  global String name;
  global Account owner { get; set; }
  public String secret = 's';
}`;

test('formulas over objects of Apex', async () => {
  const more = `
    static FormulaEval.FormulaBuilder over(String text) {
      return Formula.builder().withType(Boat.class).withReturnType(FormulaEval.FormulaReturnType.STRING).withFormula(text);
    }
    static String problem(FormulaEval.FormulaBuilder builder) {
      try { builder.build(); return 'none'; } catch (FormulaValidationException e) { return e.getMessage(); }
    }`;
  const methods = {
    documented: `
      Boat one = new Boat();
      one.lengthInYards = 52;
      one.name = 'RV Foo';
      one.owner = new Account(Name = 'Acme Watercraft', Site = 'New York');
      Assert.areEqual('Not Super', over('IF(lengthInYards < 100, "Not Super", "Super")').build().evaluate(one));
      Assert.areEqual('Acme Watercraft (New York)', over('owner.Name & " (" & owner.Site & ")"').build().evaluate(one));`,
    numbers: `
      Boat one = new Boat();
      FormulaEval.FormulaBuilder builder = over('lengthInYards + 1').withReturnType(FormulaEval.FormulaReturnType.INTEGER);
      Assert.isNull(builder.build().evaluate(one));
      Assert.areEqual(1, builder.treatNumericNullAsZero(true).build().evaluate(one));
      one.lengthInYards = 3;
      Assert.areEqual(1.5, over('lengthInYards / 2').withReturnType(FormulaEval.FormulaReturnType.DECIMAL).build().evaluate(one));`,
    rows: `
      FormulaEval.FormulaInstance instance = Formula.builder().withType(Account.SObjectType)
        .withReturnType(FormulaEval.FormulaReturnType.BOOLEAN).withFormula('CONTAINS(Name, "me")').build();
      Assert.areEqual(true, instance.evaluate(new Account(Name = 'Acme')));
      Assert.areEqual(false, instance.evaluate(new Account(Name = 'Other')));`,
    refused: `
      Assert.areEqual('Field secret does not exist. Check spelling.', problem(over('secret')));
      Assert.areEqual('Field $User.Id does not exist. Check spelling.', problem(over('$User.Id')));
      Assert.areEqual('none', problem(over('$User.Id').withGlobalVariables(FormulaEval.FormulaGlobal.values())));
      Assert.areNotEqual('none', problem(over('This will not compile!!!')));
      Assert.areNotEqual('none', problem(over('name').withType(Hidden.class)));`,
  };
  const org = await orgOf({
    'classes/Boat.cls': BOAT,
    'classes/Hidden.cls': 'public class Hidden { public String name; }',
    'classes/FormulaEvalTest.cls': testClass('FormulaEvalTest', methods, more),
  });
  expect(org.compileErrors.map((error) => error.message)).toEqual([]);
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
});
