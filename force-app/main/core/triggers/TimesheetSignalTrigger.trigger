trigger TimesheetSignalTrigger on Timesheet_Signal__e(after insert) {
  TriggerDispatcher.run();
}
