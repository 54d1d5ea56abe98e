/** The name base components know navigation by. */
export { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
