/** Something the user can act on. Its message stands alone and is shown without a stack. */
export class UserError extends Error {
	override readonly name: 'UserError';
}

/** The text to show for anything thrown: a message, never a stack. What a file system refused is said in a sentence. */
export function messageOf(error: unknown): string;
