/** What the local org does not simulate fails only the lines that need it; the rest of its class, file and program runs. */
import { expect, test } from 'vitest';
import { lineOf } from '../../src/apex/ast.ts';
import { orgOf, outcomes } from '../support/apex.ts';

const ONE = `public class One {
  private Answers unused;
  private static ConnectApi.Announcement note;
  public static Integer fine() { return 1; }
  public static void bad() { ConnectApi.Announcements.getAnnouncement('x', 'y'); }
  public ConnectApi.Announcement typed(ConnectApi.Announcement given) { return given; }
  public class Derived extends Auth.AuthProviderPluginClass {
    public override Integer ours() { return theirs(); }
  }
  public class Worker implements Auth.RegistrationHandler { public Integer size = 1; }
  public class FailingException extends Auth.AuthProviderPluginException { }
}`;

const TWO = `@IsTest
private class Two {
  @IsTest static void others() { Assert.areEqual(1, One.fine()); Assert.isNull(new One().typed(null)); }
  @IsTest static void notReached() { if (One.fine() == 2) { ConnectApi.Announcements.getAnnouncement('x', 'y'); } }
  @IsTest static void implementing() { Assert.areEqual(1, new One.Worker().size); }
  @IsTest static void notThrown() { try { One.fine(); } catch (One.FailingException e) { throw e; } }
  @IsTest static void called() { One.bad(); }
  @IsTest static void derived() { One.Derived made; made = new One.Derived(); }
  @IsTest static void thrown() { throw new One.FailingException('x'); }
}`;

const refused = (what: string): RegExp => new RegExp(`^UNSUPPORTED: ${what}`);

test('a line that needs it fails alone, when it runs', async () => {
  const org = await orgOf({ 'classes/One.cls': ONE, 'classes/Two.cls': TWO });

  expect(outcomes(org.runTests())).toEqual({
    others: 'pass',
    notReached: 'pass',
    implementing: 'pass',
    notThrown: 'pass',
    called: expect.stringMatching(refused('ConnectApi.Announcements')) as string,
    derived: expect.stringMatching(refused('Auth.AuthProviderPluginClass: new One.Derived\\(\\)')) as string,
    thrown: expect.stringMatching(
      refused('Auth.AuthProviderPluginException: new One.FailingException\\(\\)'),
    ) as string,
  });
});

test('a check lists all of it, each with its place', async () => {
  const org = await orgOf({ 'classes/One.cls': ONE });

  expect(org.compileErrors.every((error) => error.isUnsupported)).toBe(true);
  expect(org.compileErrors.map((error) => `${lineOf(error.at)} ${error.message}`)).toEqual(
    expect.arrayContaining([
      '2 UNSUPPORTED: System.Answers',
      '5 UNSUPPORTED: ConnectApi.Announcements',
      '7 UNSUPPORTED: Auth.AuthProviderPluginClass',
      '8 UNSUPPORTED: Auth.AuthProviderPluginClass: theirs()',
    ]),
  );
});
