export default function (config) {
  config.ignores.add("blog/later/**");
  return { dir: { input: "." } };
}
