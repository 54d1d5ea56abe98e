/** Where `Test.setFixedSearchResults` leaves its ids: a list of strings in the transaction's state. */
export const FIXED_SEARCH_RESULTS: unique symbol = Symbol('fixedSearchResults');
