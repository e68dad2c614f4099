import { InvalidInput } from '../../shared/basic/invalidInput';

const SHORTEST = 2;
const LONGEST = 35;

/** A tag stands in a path, and half a character cannot be encoded. */
const FORBIDDEN = /[/\\?#,.]|\p{Surrogate}/u;

/**
 * A tag that ReadyCloud takes (docs/vendors.md#readycloud-notes-and-tags).
 *
 * @throws InvalidInput saying what is wrong with it
 */
export function checkedTag(given: string): string {
	const tag = given.trim();
	if (tag === '') throw new InvalidInput('"Tag" is empty. Enter a tag of 2 to 35 characters.');
	const { length } = [...tag];
	if (length < SHORTEST || length > LONGEST) {
		throw new InvalidInput(
			`A tag has 2 to 35 characters, but "${tag}" has ${length}. Make it ${length < SHORTEST ? 'longer' : 'shorter'}.`,
		);
	}
	const [forbidden] = FORBIDDEN.exec(tag) ?? [];
	if (forbidden === undefined) return tag;
	throw new InvalidInput(
		`The tag "${tag}" holds "${forbidden}". ReadyCloud allows no / \\ ? # , and full stops in tags.`,
	);
}
