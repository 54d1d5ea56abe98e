trigger TriggerEventTwice on Book__c(before insert, before insert) { // DEFECT compiler apex-ls
  Shelf.tidy();
}
