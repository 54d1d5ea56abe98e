import checkAgainLabel from '@salesforce/label/c.Check_Again';
import checkAllLabel from '@salesforce/label/c.Check_All';
import checkGrantedLabel from '@salesforce/label/c.Check_Granted';
import checkMissingLabel from '@salesforce/label/c.Check_Missing';
import checkSomeLabel from '@salesforce/label/c.Check_Some';
import checkTitleLabel from '@salesforce/label/c.Check_Title';
import entityClientsLabel from '@salesforce/label/c.Entity_Clients';
import entityEntriesLabel from '@salesforce/label/c.Entity_Entries';
import entityPeopleLabel from '@salesforce/label/c.Entity_People';
import entityProjectsLabel from '@salesforce/label/c.Entity_Projects';
import entityTasksLabel from '@salesforce/label/c.Entity_Tasks';
import addressLabel from '@salesforce/label/c.Setup_Address';
import atLeastLabel from '@salesforce/label/c.Setup_At_Least';
import bringLabel from '@salesforce/label/c.Setup_Bring';
import cancelLabel from '@salesforce/label/c.Setup_Cancel';
import changeLabel from '@salesforce/label/c.Setup_Change';
import chooseLabel from '@salesforce/label/c.Setup_Choose';
import chooseTenantLabel from '@salesforce/label/c.Setup_Choose_Tenant';
import connectLabel from '@salesforce/label/c.Setup_Connect';
import connectionsLabel from '@salesforce/label/c.Setup_Connections';
import continueLabel from '@salesforce/label/c.Setup_Continue';
import countAgainLabel from '@salesforce/label/c.Setup_Count_Again';
import countingLabel from '@salesforce/label/c.Setup_Counting';
import createClientsLabel from '@salesforce/label/c.Setup_Create_Clients';
import discardLabel from '@salesforce/label/c.Setup_Discard';
import disconnectLabel from '@salesforce/label/c.Setup_Disconnect';
import disconnectAskLabel from '@salesforce/label/c.Setup_Disconnect_Ask';
import disconnectedLabel from '@salesforce/label/c.Setup_Disconnected';
import documentationLabel from '@salesforce/label/c.Setup_Documentation';
import failedLabel from '@salesforce/label/c.Setup_Failed';
import forgettingLabel from '@salesforce/label/c.Setup_Forgetting';
import fromLabel from '@salesforce/label/c.Setup_From';
import keepingLabel from '@salesforce/label/c.Setup_Keeping';
import lastRunLabel from '@salesforce/label/c.Setup_Last_Run';
import loadingLabel from '@salesforce/label/c.Setup_Loading';
import lookAgainLabel from '@salesforce/label/c.Setup_Look_Again';
import mappedLabel from '@salesforce/label/c.Setup_Mapped';
import newLabel from '@salesforce/label/c.Setup_New';
import noAccessLabel from '@salesforce/label/c.Setup_No_Access';
import noRunLabel from '@salesforce/label/c.Setup_No_Run';
import notCountedLabel from '@salesforce/label/c.Setup_Not_Counted';
import notDoneLabel from '@salesforce/label/c.Setup_Not_Done';
import notReadLabel from '@salesforce/label/c.Setup_Not_Read';
import ofOtherOrgLabel from '@salesforce/label/c.Setup_Of_Other_Org';
import openLabel from '@salesforce/label/c.Setup_Open';
import otherLabel from '@salesforce/label/c.Setup_Other';
import otherHelpLabel from '@salesforce/label/c.Setup_Other_Help';
import passedLabel from '@salesforce/label/c.Setup_Passed';
import reconnectLabel from '@salesforce/label/c.Setup_Reconnect';
import reenterLabel from '@salesforce/label/c.Setup_Reenter';
import reviewLabel from '@salesforce/label/c.Setup_Review';
import ruleLabel from '@salesforce/label/c.Setup_Rule';
import ruleCreateLabel from '@salesforce/label/c.Setup_Rule_Create';
import ruleLinkLabel from '@salesforce/label/c.Setup_Rule_Link';
import ruleNoneLabel from '@salesforce/label/c.Setup_Rule_None';
import runsAsLabel from '@salesforce/label/c.Setup_Runs_As';
import saidLabel from '@salesforce/label/c.Setup_Said';
import savingLabel from '@salesforce/label/c.Setup_Saving';
import secretHelpLabel from '@salesforce/label/c.Setup_Secret_Help';
import signedInLabel from '@salesforce/label/c.Setup_Signed_In';
import startLabel from '@salesforce/label/c.Setup_Start';
import stateConnectedLabel from '@salesforce/label/c.Setup_State_Connected';
import stateDisconnectedLabel from '@salesforce/label/c.Setup_State_Disconnected';
import stateDraftLabel from '@salesforce/label/c.Setup_State_Draft';
import stateSuspendedLabel from '@salesforce/label/c.Setup_State_Suspended';
import stepConnectionLabel from '@salesforce/label/c.Setup_Step_Connection';
import stepContentsLabel from '@salesforce/label/c.Setup_Step_Contents';
import stepMappingLabel from '@salesforce/label/c.Setup_Step_Mapping';
import stepOfLabel from '@salesforce/label/c.Setup_Step_Of';
import stepServiceLabel from '@salesforce/label/c.Setup_Step_Service';
import stepStartLabel from '@salesforce/label/c.Setup_Step_Start';
import testLabel from '@salesforce/label/c.Setup_Test';
import testingLabel from '@salesforce/label/c.Setup_Testing';
import underWayLabel from '@salesforce/label/c.Setup_Under_Way';
import unmatchedLabel from '@salesforce/label/c.Setup_Unmatched';
import useLabel from '@salesforce/label/c.Setup_Use';
import watchLabel from '@salesforce/label/c.Setup_Watch';

/** The texts of the setup. */
export const LABELS = {
  address: addressLabel,
  atLeast: atLeastLabel,
  bring: bringLabel,
  cancel: cancelLabel,
  change: changeLabel,
  checkAgain: checkAgainLabel,
  checkAll: checkAllLabel,
  checkGranted: checkGrantedLabel,
  checkMissing: checkMissingLabel,
  checkSome: checkSomeLabel,
  checkTitle: checkTitleLabel,
  choose: chooseLabel,
  chooseTenant: chooseTenantLabel,
  connect: connectLabel,
  connections: connectionsLabel,
  continue: continueLabel,
  countAgain: countAgainLabel,
  counting: countingLabel,
  createClients: createClientsLabel,
  discard: discardLabel,
  disconnect: disconnectLabel,
  disconnectAsk: disconnectAskLabel,
  disconnected: disconnectedLabel,
  documentation: documentationLabel,
  entityClients: entityClientsLabel,
  entityEntries: entityEntriesLabel,
  entityPeople: entityPeopleLabel,
  entityProjects: entityProjectsLabel,
  entityTasks: entityTasksLabel,
  failed: failedLabel,
  forgetting: forgettingLabel,
  from: fromLabel,
  keeping: keepingLabel,
  lastRun: lastRunLabel,
  loading: loadingLabel,
  lookAgain: lookAgainLabel,
  mapped: mappedLabel,
  new: newLabel,
  noAccess: noAccessLabel,
  noRun: noRunLabel,
  notCounted: notCountedLabel,
  notDone: notDoneLabel,
  notRead: notReadLabel,
  ofOtherOrg: ofOtherOrgLabel,
  open: openLabel,
  other: otherLabel,
  otherHelp: otherHelpLabel,
  passed: passedLabel,
  reconnect: reconnectLabel,
  reenter: reenterLabel,
  review: reviewLabel,
  rule: ruleLabel,
  ruleCreate: ruleCreateLabel,
  ruleLink: ruleLinkLabel,
  ruleNone: ruleNoneLabel,
  runsAs: runsAsLabel,
  said: saidLabel,
  saving: savingLabel,
  secretHelp: secretHelpLabel,
  signedIn: signedInLabel,
  start: startLabel,
  stateConnected: stateConnectedLabel,
  stateDisconnected: stateDisconnectedLabel,
  stateDraft: stateDraftLabel,
  stateSuspended: stateSuspendedLabel,
  stepConnection: stepConnectionLabel,
  stepContents: stepContentsLabel,
  stepMapping: stepMappingLabel,
  stepOf: stepOfLabel,
  stepService: stepServiceLabel,
  stepStart: stepStartLabel,
  test: testLabel,
  testing: testingLabel,
  underWay: underWayLabel,
  unmatched: unmatchedLabel,
  use: useLabel,
  watch: watchLabel,
} as const;

const NAMES: Readonly<Record<string, string>> = {
  clients: LABELS.entityClients,
  people: LABELS.entityPeople,
  projects: LABELS.entityProjects,
  tasks: LABELS.entityTasks,
  entries: LABELS.entityEntries,
};

/** What a kind of data is called. */
export function entityName(entity: string): string {
  return NAMES[entity] ?? entity;
}
