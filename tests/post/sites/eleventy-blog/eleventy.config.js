export default function (config) {
  config.addPassthroughCopy({ "public": "/" });
}
export const config = { dir: { input: "src", data: "_data" } };
