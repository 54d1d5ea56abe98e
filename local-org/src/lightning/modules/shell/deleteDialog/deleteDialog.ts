import { api } from 'lwc';
import LightningModal from 'lightning/modal';

/** Asks whether a record is to be deleted; closes with true when it is. */
export default class DeleteDialog extends LightningModal {
  @api objectLabel = '';

  get heading(): string {
    return `Delete ${this.objectLabel}`;
  }
  get question(): string {
    return `Are you sure you want to delete this ${this.objectLabel.toLowerCase()}?`;
  }
  handleCancel(): void {
    this.close(false);
  }
  handleDelete(): void {
    this.close(true);
  }
}
