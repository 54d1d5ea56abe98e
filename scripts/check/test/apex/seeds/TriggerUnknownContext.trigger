trigger TriggerUnknownContext on Book__c(before insert) {
  Shelf.widthOf(Trigger.rows); // DEFECT apex-ls compiler
}
