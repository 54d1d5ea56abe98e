trigger Watch on Account(before insert, before update, before delete, after insert, after update) {
  List<Account> rows = Trigger.isDelete ? Trigger.old : Trigger.new;
  String text =
    (Trigger.isBefore ? 'before' : 'after') +
    (Trigger.isInsert ? 'Insert' : Trigger.isUpdate ? 'Update' : 'Delete') +
    ' ' +
    rows.size();
  if (Trigger.isBefore && Trigger.isUpdate) {
    Account one = Trigger.new[0];
    text += ' ' + Trigger.oldMap.get(one.Id).Name + ' ' + one.Name;
  }
  Main.seen.add(text);
  for (Account one : rows) {
    if (Trigger.isBefore && Trigger.isInsert) {
      one.Description = 'set before';
      if (one.Name == 'refused') {
        one.Name.addError('not this name');
      }
    }
    if (Trigger.isAfter && Trigger.isUpdate && one.Name == 'locked') {
      Main.seen.remove(Main.seen.size() - 1);
      one.Name = 'after';
    }
  }
}
