/** List, Set, Map, and how they are sorted and compared. */
import { fails, type ApexTable } from '../apex.ts';

const LIST = 'Apex Reference Guide, List';
const SET = 'Apex Reference Guide, Set';
const MAP = 'Apex Reference Guide, Map';
const DEV = 'Apex Developer Guide, Collections';
const table: ApexTable = {
  members: `class Box implements Comparable {
      Integer size;
      Box(Integer size) { this.size = size; }
      public Integer compareTo(Object other) { return size - ((Box) other).size; }
      public override String toString() { return 'b' + size; }
    }
    class Backwards implements Comparator<Integer> {
      public Integer compare(Integer one, Integer two) { return two - one; }
    }`,
  rows: [
    ['List<Integer> a = new List<Integer>{ 1, 2 }; a.add(3); a', 'new List<Integer>{ 1, 2, 3 }', LIST],
    ['List<Integer> a = new List<Integer>{ 1, 2 }; a.add(0, 3); a', 'new List<Integer>{ 3, 1, 2 }', LIST],
    ['List<Integer> a = new List<Integer>{ 1 }; a.addAll(new Set<Integer>{ 5 }); a', 'new List<Integer>{ 1, 5 }', LIST],
    ['List<Integer> a = new List<Integer>{ 1 }; a.addAll(a); a', 'new List<Integer>{ 1, 1 }', LIST],
    ['List<Integer> a = new List<Integer>{ 1, 2 }; a.remove(0)', '1', LIST],
    ['List<Integer> a = new List<Integer>{ 1, 2 }; a.set(1, 9); a[1]', '9', LIST],
    ['List<Integer> a = new List<Integer>{ 4, 7 }; a.indexOf(7)', '1', LIST],
    ['List<String> a = new List<String>{ \'a\' }; a.indexOf(\'A\')', '-1', LIST],
    ['List<String> a = new List<String>{ \'a\' }; a.contains(\'a\')', 'true', LIST],
    ['List<Integer> a = new List<Integer>{ 1 }; a.clear(); a.isEmpty()', 'true', LIST],
    ['List<Integer> a = new List<Integer>{ 1 }; List<Integer> b = a.clone(); b.add(2); a.size()', '1', LIST],
    ['new Integer[3].size()', '3', DEV],
    ['new List<Integer>{ 1, 2 }.equals(new List<Integer>{ 1, 2 })', 'true', LIST],
    ['new List<Integer>{ 1, 2 }.hashCode() == new List<Integer>{ 1, 2 }.hashCode()', 'true', LIST],
    ['new List<Integer>{ 1 }.get(1)', fails('System.ListException', 'List index out of bounds: 1'), LIST],
    ['new List<Integer>{ 1 }[-1]', fails('System.ListException', 'List index out of bounds: -1'), LIST],
    ['List<Account> a = new List<Account>(); a.getSObjectType()', 'Account.SObjectType', LIST],
    ['List<SObject> a = new List<SObject>(); a.getSObjectType()', 'null', LIST],
    ['Iterator<Integer> i = new List<Integer>{ 8 }.iterator(); i.hasNext() ? i.next() : 0', '8', LIST],
    ["List<String> a = new List<String>{ 'b', null, 'a', 'B' }; a.sort(); a", "new List<String>{ null, 'B', 'a', 'b' }", `${LIST}: nulls first; capitals before small letters`],
    ['List<Integer> a = new List<Integer>{ 3, 1, 2 }; a.sort(); a', 'new List<Integer>{ 1, 2, 3 }', LIST],
    ['List<Box> a = new List<Box>{ new Box(2), new Box(1) }; a.sort(); String.valueOf(a)', "'(b1, b2)'", LIST],
    ['List<Integer> a = new List<Integer>{ 1, 3, 2 }; a.sort(new Backwards()); a', 'new List<Integer>{ 3, 2, 1 }', LIST],
    ['List<Date> a = new List<Date>{ Date.newInstance(2026, 1, 2), Date.newInstance(2026, 1, 1) }; a.sort(); a[0].day()', '1', LIST],
    ["List<Account> a = new List<Account>{ new Account(Name = 'x') }; List<Account> b = a.deepClone(); b[0].Name = 'y'; a[0].Name", "'x'", LIST],
    ["List<Account> a = new List<Account>{ new Account(Name = 'x') }; insert a; a.deepClone()[0].Id", 'null', LIST],
    ["List<Account> a = new List<Account>{ new Account(Name = 'x') }; insert a; a.deepClone(true)[0].Id == a[0].Id", 'true', LIST],
    ['String.valueOf(new List<Integer>{ 1, null })', "'(1, null)'", 'Apex Developer Guide, Lists'],
    ['new Set<Integer>{ 1, 2, 1 }.size()', '2', SET],
    ['Set<Integer> a = new Set<Integer>(); a.add(1)', 'true', SET],
    ['Set<Integer> a = new Set<Integer>{ 1 }; a.add(1)', 'false', SET],
    ['Set<Integer> a = new Set<Integer>{ 1 }; a.addAll(new List<Integer>{ 1, 2 })', 'true', SET],
    ['Set<Integer> a = new Set<Integer>{ 1, 2 }; a.retainAll(new Set<Integer>{ 2, 3 }); a', 'new Set<Integer>{ 2 }', SET],
    ['Set<Integer> a = new Set<Integer>{ 1, 2 }; a.removeAll(new List<Integer>{ 2, 3 })', 'true', SET],
    ['Set<Integer> a = new Set<Integer>{ 1, 2 }; a.removeAll(new Set<Integer>{ 9 })', 'false', SET],
    ['new Set<Integer>{ 1, 2 }.containsAll(new List<Integer>{ 2, 1 })', 'true', SET],
    ['new Set<Integer>{ 1, 2 }.equals(new Set<Integer>{ 2, 1 })', 'true', SET],
    ["new Set<String>{ 'a', 'A' }.size()", '2', SET],
    ['Set<Integer> a = new Set<Integer>{ 1 }; a.remove(1)', 'true', SET],
    ['new Set<Account>{ new Account(Name = \'a\'), new Account(Name = \'a\') }.size()', '1', SET],
    ['String.valueOf(new Set<Integer>{ 1 })', "'{1}'", SET],
    ["Map<String, Integer> a = new Map<String, Integer>{ 'a' => 1 }; a.put('a', 2)", '1', MAP],
    ["Map<String, Integer> a = new Map<String, Integer>{ 'a' => 1 }; a.get('b')", 'null', MAP],
    ["Map<String, Integer> a = new Map<String, Integer>{ 'a' => 1 }; a.get('A')", 'null', MAP],
    ["Map<String, Integer> a = new Map<String, Integer>{ 'a' => 1 }; a.remove('a')", '1', MAP],
    ["Map<String, Integer> a = new Map<String, Integer>{ 'a' => 1 }; a.keySet()", "new Set<String>{ 'a' }", MAP],
    ["Map<String, Integer> a = new Map<String, Integer>{ 'a' => 1 }; a.values()", 'new List<Integer>{ 1 }', MAP],
    ["Map<String, Integer> a = new Map<String, Integer>{ 'a' => 1 }; a.keySet().remove('a'); a.size()", '0', 'Salesforce Stack Exchange: keySet is the map\'s own'],
    ["new Map<String, Integer>{ 'a' => 1 }.equals(new Map<String, Integer>{ 'a' => 1 })", 'true', MAP],
    ["Map<String, Integer> a = new Map<String, Integer>{ null => 1 }; a.get(null)", '1', DEV],
    ["Map<String, Integer> a = new Map<String, Integer>(); a.putAll(new Map<String, Integer>{ 'k' => 3 }); a.get('k')", '3', MAP],
    ["Account a = new Account(Name = 'a'); insert a; new Map<Id, Account>(new List<Account>{ a }).get(a.Id).Name", "'a'", MAP],
    ["Account a = new Account(Name = 'a'); insert a; Map<Id, Account> m = new Map<Id, Account>(); m.putAll(new List<Account>{ a }); m.containsKey(a.Id)", 'true', MAP],
    ["new Map<Id, Account>(new List<Account>{ new Account(Name = 'a') })", fails('System.ListException', 'Row with null Id at index: 0'), 'Salesforce Stack Exchange, Map of rows without ids'],
    ['new Map<Id, Account>().getSObjectType()', 'Account.SObjectType', MAP],
    ["Map<String, Account> a = new Map<String, Account>{ 'a' => new Account(Name = 'x') }; Map<String, Account> b = a.deepClone(); b.get('a').Name = 'y'; a.get('a').Name", "'x'", MAP],
    ["String.valueOf(new Map<String, Integer>{ 'a' => 1 })", "'{a=1}'", DEV],
    ['List<Integer> a = new List<Integer>{ 1, 2 }; for (Integer one : a) { a.add(one); } a.clear();', fails('System.FinalException', 'Cannot modify a collection while it is being iterated.'), 'Salesforce Stack Exchange'],
  ],
}; // prettier-ignore
export default table;
