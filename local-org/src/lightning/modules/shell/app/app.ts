/** The frame around every page. */
import { LightningElement } from 'lwc';
import ToastContainer from 'lightning/toastContainer';

export default class App extends LightningElement {
  override connectedCallback(): void {
    ToastContainer.instance({ toastPosition: 'top-center', containerPosition: 'fixed' });
  }
}
