export default {
	title: "Field notes",
	url: "https://example.org/",
	language: "en",
	author: {
		name: "Ada Example",
		url: "https://example.org/ada/"
	}
}
