/** A service's code for an event in words: "TOUR_PLANNED (TOUR)" is "Tour planned (tour)". */
export function inWords(code: string): string {
	const words = code
		.replaceAll(/[_-]/g, ' ')
		.replaceAll(/\b[A-Z]{2,}\b/g, (word) => word.toLowerCase());
	return words.charAt(0).toUpperCase() + words.slice(1);
}
