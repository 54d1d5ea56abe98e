trigger TriggerWithLogic on Book__c(before insert) {
  for (Book__c book : Trigger.new) { // DEFECT rules
    book.Pages__c = 1;
  }
}
