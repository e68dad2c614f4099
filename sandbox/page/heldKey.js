/**
 * Has Enter that is held down count once, wherever the focus is by then: a browser presses a button again
 * with each repetition. In a field of several lines it goes on beginning new ones.
 */
export function takeHeldEnterOnce() {
	const onKeydown = (event) => {
		if (event.key !== 'Enter' || !event.repeat) return;
		if (event.target instanceof HTMLTextAreaElement && !('oneAddress' in event.target.dataset))
			return;
		event.preventDefault();
		event.stopPropagation();
	};
	document.addEventListener('keydown', onKeydown, { capture: true });
}
