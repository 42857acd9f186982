//! Topics of technology events whose names are hashtags, in English: posts in other languages use most of them too.

/// Languages, tools and fields in lower case, without spaces, in any order.
#[rustfmt::skip]
pub(crate) static TOPICS: &[&str] = &[
    // Programming languages.
    "bash", "clojure", "cobol", "cpp", "crystal", "csharp", "dart", "elixir", "erlang", "fortran", "fsharp", "golang", "groovy", "haskell",
    "java", "javascript", "julia", "kotlin", "lisp", "lua", "nim", "ocaml", "perl", "php", "prolog", "python", "raku", "rlang", "rstats", "ruby", "rust", "rustlang",
    "scala", "smalltalk", "sql", "swift", "typescript", "wasm", "webassembly", "zig",
    // Frameworks and tools.
    "ansible", "angular", "arduino", "cakephp", "django", "docker", "dotnet", "drupal", "elasticsearch", "electron", "emacs", "fastapi",
    "firefox", "flask", "flutter", "gnome", "grafana", "graphql", "grails", "hadoop", "jekyll", "jenkins", "joomla", "jquery", "jupyter",
    "kafka", "kde", "kubernetes", "laravel", "latex", "magento", "mongodb", "mysql", "neovim", "nextjs", "nix", "nixos", "nodejs", "numpy", "opentelemetry",
    "openstack", "pandas", "podman", "postgres", "postgresql", "prometheus", "pytorch", "qgis", "rails", "react", "reactjs", "redis", "rxjs", "selenium", "springboot",
    "sqlite", "svelte", "symfony", "tensorflow", "terraform", "typo3", "unity3d", "vim", "vue", "vuejs", "webrtc", "wordpress", "xamarin",
    // Systems and devices.
    "android", "archlinux", "aws", "azure", "bsd", "debian", "fedora", "freebsd", "linux", "openbsd", "opensuse", "raspberrypi", "ubuntu",
    // Fields and practices.
    "a11y", "accessibility", "agile", "ai", "bigdata", "bioinformatics", "blockchain", "civictech", "cloudnative", "compilers", "contentstrategy", "cryptography",
    "css", "cybersecurity", "datascience", "dataviz", "ddd", "deeplearning", "devops", "devrel", "digitalhumanities", "ebpf", "edtech", "electronics", "embedded",
    "freesoftware", "frontend", "functionalprogramming", "gamedev", "gis", "hci", "hpc", "html5", "indieweb", "infosec", "iot", "jamstack", "kanban", "libraries", "llm", "llms",
    "machinelearning", "microservices", "neuroscience", "nlp", "observability", "openaccess", "opendata", "openhardware", "openscience", "opensource",
    "openstreetmap", "photography", "publicspeaking", "qa", "quantum", "quantumcomputing", "robotics", "scrum", "security", "semanticweb", "serverless", "servicemesh", "softwarelibre",
    "softwarelivre", "sre", "sustainability", "tdd", "techwriting", "testing", "ux", "visualization", "vr", "webdev", "webperf", "writethedocs",
];
