trigger TriggerOnUnknownObject on Bok__c(before insert) { // DEFECT apex-ls
  Shelf.tidy();
}
