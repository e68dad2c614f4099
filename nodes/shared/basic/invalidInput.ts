/** A value that cannot be sent, as a sentence for the user. */
export class InvalidInput extends Error {}
