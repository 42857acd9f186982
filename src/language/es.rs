//! Spanish.

use super::wording::{Announced, News, Wording, day_month_year};
use super::{Phrases, Words};

#[rustfmt::skip]
pub(super) static WORDS: Words = Words {
    code: "es",
    common: Phrases::of(&[
        "el", "la", "los", "las", "de", "que", "y", "en", "una", "un", "por", "con", "para", "del", "fue",
        "lo", "es", "se", "muy", "nos", "más", "pero",
    ]),
    by: Phrases::of(&[
        "presentada por", "presentado por", "dada por", "realizada por", "ofrecida por", "impartida por", "impartido por", "a cargo de", "de la mano de",
        "por", "de",
        "presentadas por", "impartidas por", "dictada por", "dictado por", "conducida por", "guiado por", "guiada por",
    ]),
    and: Phrases::of(&["y", "e", "junto a", "con"]),
    of: Phrases::of(&["de", "desde", "en", "del", "del equipo de"]),
    about: Phrases::of(&[
        "sobre", "acerca de", "hablando de", "hablar de", "trató de", "trataba de",
        "sobre el tema de",
    ]),
    with: Phrases::of(&["con"]),
    introduces: Phrases::of(&[
        "ponente fue", "turno de", "turno para", "abrió con", "abierta por", "comenzó con", "empezó con", "cerró con", "seguido de", "seguido por", "a cargo de", "de la mano de",
        "escuchamos a", "escuché a", "escuchar a", "escuchando a", "oímos a", "ponente", "la ponente", "el ponente", "en su charla",
        "en su ponencia", "en su presentación", "en su keynote", "en su sesión", "la abrió", "lo abrió", "la cerró", "lo cerró",
        "a cargo del", "protagonista fue", "el turno de", "en manos de", "subió al escenario", "siguiente fue", "la siguiente fue",
        "el siguiente fue", "dio paso a",
        "arrancó con", "ver a", "vimos a", "vi a", "comenzaba con", "continuó con", "siguió con", "terminó con",
        "fui a ver a", "fui a escuchar a", "a ver a", "llegó el turno de",
    ]),
    meets: Phrases::of(&[
        "gracias a", "agradecer a", "agradecemos a", "agradezco a", "conocí a", "conocer a", "conocimos a", "foto de", "fotos de", "foto",
        "fotografía de", "moderada por", "moderado por", "moderados por", "organizado por", "organizada por", "patrocinado por",
        "patrocinada por", "libro de", "cumpleaños de", "enhorabuena a", "felicidades a", "charlando con", "charlé con", "hablé con",
        "conversé con", "como dijo", "dijo una vez",
    ]),
    deeds: Phrases::of(&[
        "hizo una pregunta", "preguntó si", "patrocinó", "patrocina", "organizó", "que organizó", "moderó", "ganó", "va a", "dará", "darán",
        "hablará", "presentará", "abrirá", "cumplía", "ayudó", "invitó a", "tomó las fotos",
        "escribió", "autor de", "autora de",
        "hizo la foto", "hizo las fotos", "repartía",
    ]),
    roles: Phrases::of(&[
        "ingeniero", "ingeniera", "desarrollador", "desarrolladora", "fundador", "fundadora", "director",
        "directora", "profesor", "profesora", "arquitecto", "responsable", "consultor",
        "compañero", "compañera", "colega", "participante", "investigador", "investigadora", "cofundador", "cofundadora", "estudiante",
        "arquitecta", "programador", "programadora", "catedrático", "catedrática",
        "becario", "becaria", "alumno", "alumna",
    ]),
    within: Phrases::of(&["donde", "en la que", "en el que"]),
    titled: Phrases::of(&["titulada", "titulado", "llamada", "llamado"]),
    months: [
        &["enero"], &["febrero"], &["marzo"], &["abril"], &["mayo"], &["junio"],
        &["julio"], &["agosto"], &["septiembre", "setiembre"], &["octubre"], &["noviembre"], &["diciembre"],
    ],
    verbs: Phrases::of(&[
        "presentaron", "hablaron", "explicaron", "mostraron", "contaron", "compartieron", "dieron",
        "presentan", "hablan", "ofreció", "brindó", "abordó", "presentó", "presenta", "habló", "habla", "explicó",
        "explica", "mostró", "muestra", "compartió", "comparte", "contó", "cuenta", "dio", "da", "impartió",
        "introdujo", "expuso", "abrió", "cerró", "enseñó", "enseña", "hizo", "comentó", "nos",
        "siguió", "continuó", "preguntó", "repasó", "guio", "guió", "subió", "enseñaron", "relató", "narró", "describió", "defendió",
        "comparó", "demostró", "reflexionó", "hablando", "contando", "explicando", "mostrando", "presentando", "hablar", "contar",
        "explicar", "hicieron", "recordó", "analizó", "desgranó", "trató", "abrieron", "cerraron", "inauguró", "clausuró", "planteó",
        "profundizó", "ilustró", "resumió", "compartiendo", "propuso", "argumentó", "introdujeron", "abordaron", "expusieron", "trajo",
        "preparó",
        "terminaron", "acabaron", "siguieron", "continuaron", "arrancó", "enseñaban", "contaban", "hablaba", "explicaba", "mostraba",
        "describían", "desveló", "cuentan", "explican", "muestran",
        "empezó", "comenzó",
    ]),
    me: Phrases::of(&[]),
    refusals: Phrases::of(&["no", "nunca", "ninguna", "ningún", "rechazada", "rechazado", "cancelada", "rechazaron"]),
    spoke: Phrases::of(&[
        "hablé", "presenté", "presentamos", "expuse", "tuve la suerte de dar", "tuve el placer de dar", "tuve la oportunidad de dar",
        "tuve la oportunidad de hablar", "tuve el placer de hablar", "tuve la oportunidad de presentar", "tuve el placer de presentar", "me tocó hablar",
        "me tocó dar", "hablé de", "hablé del",
        "mi aportación fue", "mi contribución fue", "participé como ponente", "como ponente con",
    ]),
    gave: Phrases::of(&["di", "impartí", "hice", "ofrecí", "dimos", "tuve"]),
    overviews: Phrases::of(&["introducción a", "introducción al", "visión general de"]),
    mine: Phrases::of(&["mi", "mi propia", "mi propio"]),
    company: Phrases::of(&[
        "taxista", "conductor", "casero", "vecino", "vecina", "vecinos", "colega", "colegas", "compañero",
        "compañera", "compañeros", "amigo", "amiga", "amigos", "amigas", "desconocido", "desconocidos",
        "patrocinadores", "organizadores", "voluntarios", "alguien", "todo el mundo", "mujer", "marido", "jefe",
        "jefa", "él", "ella", "ponentes",
    ]),
    praise: Phrases::of(&[
        "mi favorita", "mi favorito", "mi preferida", "mi preferido", "charla favorita", "charla preferida",
        "mejor charla", "mejor ponencia", "mejor sesión", "mejor keynote", "mejor presentación", "lo mejor del día",
        "lo mejor de la conferencia", "lo mejor del evento", "lo mejor fue", "me encantó", "me impresionó", "más me gustó",
        "me gustó mucho", "me fascinó",
    ]),
    talks: Phrases::of(&[
        "charla", "charlas", "ponencia", "ponencias", "conferencia", "taller", "keynote", "sesión",
        "presentación", "mesa redonda", "panel", "talk", "plática",
        "talleres", "sesiones", "presentaciones", "keynotes", "paneles", "debate", "coloquio", "talks", "demo", "pláticas", "charla relámpago",
        "lightning talk", "lightning talks",
    ]),
    sessions: Phrases::of(&[
        "charlas", "las charlas", "ponencias", "las ponencias", "talleres", "sesiones", "keynotes",
        "programa", "agenda", "ponentes", "presentaciones", "charlas relámpago", "charlas destacadas",
    ]),
    others: Phrases::of(&[
        "conclusión", "conclusiones", "resumen", "introducción", "patrocinadores", "agradecimientos", "gracias",
        "organización", "organizadores", "equipo", "lugar", "comida", "enlaces", "recursos", "referencias",
        "preguntas", "fotos", "premios", "lecciones aprendidas", "próximos pasos", "comunidad", "networking",
        "voluntarios", "despedida", "opinión", "sobre mí", "el evento", "el lugar", "valoración",
        "conclusiones finales", "palabras finales", "reflexiones", "reflexiones finales", "reflexión final",
        "para terminar", "para finalizar", "en resumen", "balance",
        "opinión personal", "mi opinión", "ambiente", "el ambiente", "la organización",
        "los organizadores", "asistentes", "los asistentes", "público", "sorteo", "sorteos", "ganadores",
        "estadísticas", "números", "cifras", "datos", "feedback", "encuesta", "próximo evento", "próxima edición",
        "próximas ediciones", "próximos eventos", "el futuro", "hasta la próxima", "nos vemos",
        "galería", "galería de fotos", "más información", "contacto", "sobre el autor", "acerca de", "prólogo",
        "antecedentes", "contexto", "motivación", "el viaje", "viaje", "la llegada", "llegada", "la comida",
        "la sede", "sede", "la cena", "cena", "fiesta", "lo bueno", "lo malo", "lo mejor", "lo peor",
        "todo lo demás", "y más", "otros", "otras cosas", "además", "ver también",
        "actualización", "nota", "notas", "bonus", "extra",
    ]),
    rosters: Phrases::of(&[
        "asistentes", "participantes", "organizadores", "organizadoras", "equipo organizador", "ganadores", "ganador",
        "ganadora", "proyectos", "equipos", "voluntarios", "jurado",
    ]),
    prizes: Phrases::of(&[
        "primer premio", "segundo premio", "tercer premio", "el primer lugar fue", "obtuvo el primer lugar",
        "ganó el primer lugar", "el segundo lugar fue", "obtuvo el segundo lugar", "el tercer lugar fue",
        "obtuvo el tercer lugar", "primer puesto", "segundo puesto", "premio fue para", "ganador fue",
        "ganadores fueron", "equipo ganador", "proyecto ganador",
    ]),
    breaks: Phrases::of(&[
        "comida", "descanso", "café", "pausa", "registro", "desayuno", "cena", "bienvenida", "apertura", "cierre",
        "clausura", "networking", "acreditación", "almuerzo", "sorteo", "recepción", "acreditaciones", "inauguración",
        "coffee break", "merienda", "refrigerio", "cervezas", "fotos", "foto de grupo", "fiesta",
        "palabras de bienvenida", "preguntas", "fin",
    ]),
    recap: Phrases::of(&[
        "resumen", "resumen de", "resumen del", "resumen de la", "crónica", "crónica de", "crónica del",
        "crónica de la", "mi experiencia en", "mi experiencia en el", "mi experiencia en la", "experiencia",
        "experiencia en", "experiencia en la", "impresiones", "impresiones de", "así fue", "así fue el",
        "así fue la", "lo mejor de", "lo mejor del", "lo mejor de la", "retrospectiva", "notas de", "notas",
        "un repaso a", "repaso", "qué pasó en", "lo que aprendí en", "lo que aprendimos en", "vuelta de",
        "charlas de", "charlas del", "el", "la", "los", "las", "mi", "nuestra", "nuestro", "en", "de", "del", "mi paso por", "nuestro paso por", "de vuelta de", "cómo fue", "cómo nos fue", "lo que vimos en", "lo que nos llevamos", "balance de", "balance", "recap", "rumbo a", "cosas que aprendí", "mi primer", "mi primera", "mis notas sobre",
        "de este año",
    ]),
    attended: Phrases::of(&[
        "asistí", "asistimos", "asistir", "estuve en", "estuvimos en", "se celebró", "tuvo lugar", "fui a",
        "fuimos a", "participé", "participamos", "pasada semana", "semana pasada", "fin de semana",
        "se llevó a cabo", "ayer", "acudí", "acudimos", "este año", "hemos ido", "fuimos", "he ido", "celebramos", "celebrado", "hemos estado", "vengo de", "volvimos", "volví", "se celebraron", "organizamos", "tuvimos", "el pasado", "la pasada", "os vengo a contar", "reunimos", "nos juntamos", "se reunieron",
    ]),
    coming: Phrases::of(&[
        "se celebrará", "tendrá lugar", "te esperamos", "os esperamos", "inscríbete", "regístrate",
        "no te pierdas", "no te lo pierdas", "próximamente", "nos vemos en", "te invitamos", "os invitamos",
        "compra tu entrada", "se llevará a cabo", "participará", "presentará", "anunciamos", "llamada a ponentes", "buscamos ponentes", "envía tu charla", "abrimos el plazo", "inscripciones",
        "ponentes confirmados", "ponentes confirmadas", "agenda completa", "reserva tu plaza",
    ]),
    elsewhere: Phrases::of(&[
        "notas de la versión", "versión", "boletín", "semanal", "informe mensual", "libros", "lecturas",
        "entrevista", "tutorial", "guía", "hoja de ruta", "novedades", "cómo",
    ]),
    places: Phrases::of(&["celebrado en", "celebrada en", "se celebró en", "tuvo lugar en", "en"]),
    cities_in: &[],
    moves: Phrases::of(&["a", "desde", "hacia"]),
    place_articles: Phrases::of(&["la", "el", "los", "las"]),
    place_joins: Phrases::of(&["de", "del", "la"]),
    place_labels: Phrases::of(&["lugar", "sede", "dónde"]),
    venues: Phrases::of(&[
        "universidad", "hotel", "centro", "museo", "teatro", "biblioteca", "auditorio", "campus", "oficina",
        "oficinas",
    ]),
    venue_ends: Phrases::of(&[]),
    not_places: Phrases::of(&["inglés", "español", "general", "internet"]),
    online: Phrases::of(&[
        "evento online", "evento virtual", "conferencia virtual", "de forma online", "de forma virtual", "en línea",
    ]),
    says_online: Phrases::of(&["online", "virtual", "en línea"]),
    after_places: Phrases::of(&[]),
    held_after: Phrases::of(&[]),
    held_before: Phrases::of(&[]),
    other_times: Phrases::of(&[
        "próximo año", "próxima edición", "el año que viene", "hace años", "años", "año pasado", "nací en",
        "vive en", "vivo en", "con sede en",
    ]),
    title_places: Phrases::of(&["en", "desde", "de la", "del", "a"]),
    until: Phrases::of(&["a", "al", "y", "hasta"]),
    of_days: Phrases::of(&["de", "del", "el"]),
    ordinal_ends: Phrases::of(&["º", "ª", "er"]),
    filing: Phrases::of(&[
        "eventos", "conferencias", "general", "otros", "opinión", "crónica", "crónicas", "evento", "conferencia",
        "charlas", "noticias", "noticia", "varios", "primavera", "verano", "otoño", "invierno", "viajes", "viaje",
        "lectura", "lecturas", "escritura", "programación", "desarrollo", "tecnología", "herramientas", "comunidad",
        "trabajo", "proyectos", "proyecto", "resumen", "reseña", "reseñas", "encuentro", "encuentros", "jornadas",
        "jornada", "anuncios", "personal", "blog",
        "español", "espanol", "inglés", "ingles", "castellano",
    ]),
    abbreviations: Phrases::of(&["sr", "sra", "srta", "dra", "núm", "fig", "cap", "art", "aprox"]),
    no_abbreviations: Phrases::of(&[]),
    link_texts: Phrases::of(&["enlace"]),
    joints: Phrases::of(&[
        "y", "o", "e", "el", "la", "los", "las", "un", "una", "de", "del", "en", "con", "por", "para", "que", "al",
        "se", "su", "sus", "como", "más",
    ]),
    journeys: Phrases::of(&["vuelo", "avión", "aeropuerto", "tren"]),
    written_on: Phrases::of(&["publicado", "actualizado"]),
    one_of_days: Phrases::of(&["primer día", "segundo día", "último día", "día"]),
    yesterday: Phrases::of(&["ayer", "anoche"]),
    today: Phrases::of(&["hoy"]),
    last: Phrases::of(&["pasado", "último"]),
    weekdays: [&["lunes"], &["martes"], &["miércoles"], &["jueves"], &["viernes"], &["sábado"], &["domingo"]],
    hashtags: Phrases::of(&["hashtag", "twitter"]),
    channels: Phrases::of(&["canal"]),
    parts: Phrases::of(&["día", "días", "parte"]),
    ordinals: Phrases::of(&["uno", "dos", "tres"]),
    rounding: Phrases::of(&[
        "más de", "casi", "unos", "unas", "cerca de", "alrededor de", "aproximadamente", "al menos", "hasta", "menos de",
    ]),
    one_of: Phrases::of(&["un", "una", "mi", "mis", "nuestro", "nuestra", "otro", "otra"]),
    name_joins: Phrases::of(&["de", "del", "para", "la", "y", "of", "the", "for"]),
    dangling: Phrases::of(&[
        "esto", "eso", "este", "esta", "estos", "estas", "ese", "esa", "esos", "esas", "ellos", "ellas",
        "pero", "y", "también", "además", "sin embargo", "entonces", "por lo tanto", "por eso", "así", "allí",
        "aquí", "otro", "otra", "después", "luego", "finalmente", "por último", "en cambio", "aunque", "o", "hola", "buenas", "bueno",
    ]),
    telling: Phrases::of(&["él", "ella", "la charla", "el ponente", "su charla", "la ponencia", "nos"]),
    own_view: Phrases::of(&["yo", "me", "mi", "si", "desafortunadamente", "nosotros", "personalmente"]),
    ranking: Phrases::of(&[
        "primer", "primera", "primero", "segundo", "segunda", "tercer", "tercera", "cuarta", "quinta",
        "edición", "mayor", "anual", "récord", "más grande",
    ]),
    verdict: Phrases::of(&[
        "éxito", "genial", "excelente", "increíble", "gran", "estupendo", "disfruté", "disfrutamos",
        "disfrutar", "encantó", "gustó", "gustaron", "mejor", "mejores", "interesante", "interesantes",
        "merece", "valió la pena", "recomendable", "divertido", "inspirador", "sorprendió", "experiencia",
        "en general", "fantástico", "espectacular", "muy bien",
        "exitoso", "exitosa", "geniales", "excelentes", "increíbles", "estupenda", "disfrutado", "encantado", "encantada", "contento", "contenta", "contentos", "feliz", "felices", "orgulloso", "orgullosa", "orgullosos", "inspiradora", "inspiradoras", "divertida", "sorprendente", "sorprendido", "enriquecedor", "enriquecedora", "enriquecedoras", "inolvidable", "maravilloso", "maravillosa", "magnífico", "magnífica", "gratificante", "agradable", "emocionante", "impresionante", "motivador", "motivadora", "ambiente", "bien organizado", "bien organizada", "recomiendo", "decepcionado", "decepcionante", "satisfecho", "satisfechos", "suerte",
    ]),
    lesson: Phrases::of(&[
        "aprendí", "aprendimos", "aprendido", "conclusión", "conclusiones", "lo más", "me quedo con", "la idea",
        "interesante", "destacar", "recordar", "importante", "clave", "lección", "llamó la atención",
        "convenció", "gustó",
    ]),
    remarks: Phrases::of(&[
        "nota", "notas", "mis notas", "resumen", "descripción", "comentario", "comentarios", "mi opinión", "opinión",
        "impresión", "lo que aprendí", "aprendí", "aprendizaje", "idea clave", "idea principal", "en resumen",
        "lo mejor", "conclusión", "conclusiones", "lección", "clave", "lo más importante",
    ]),
    courtesy: Phrases::of(&[
        "gracias", "agradecer", "agradecimiento", "agradecido", "perdón", "disculpas", "patrocinadores",
        "patrocinador", "organizadores", "felicidades", "enhorabuena", "retraso", "tardanza", "disculpen", "perdonad",
        "perdonen", "siento el", "con algo de retraso",
    ]),
    logistics: Phrases::of(&[
        "vuelo", "avión", "aeropuerto", "hotel", "tren", "cena", "comida", "desayuno", "cerveza", "cervezas",
        "café", "comer", "cansado", "llegamos", "llegué", "viaje", "fiesta", "bar", "camisetas", "regalos",
        "metro", "taxi", "autobús", "coche", "aterrizamos", "hostal", "maleta", "dormir", "dormí", "sueño", "hambre", "cenar", "comimos", "cenamos", "tapas", "restaurante", "lluvia", "envié", "aceptaron", "me apunté", "inscripción", "inscribí", "mi empresa", "mi jefe", "retraso",
    ]),
    pointing: Phrases::of(&[
        "a continuación", "más abajo", "en este post", "en este artículo", "aquí", "pueden ver", "podéis ver",
        "las diapositivas", "vídeos", "videos", "fotos", "enlace", "próximo post", "os dejo", "como decía",
        "os comentaba", "crónica que escribo", "escribo", "escribir", "os cuento", "os contaré", "les cuento",
        "vengo a contar", "voy a contar", "voy a resumir", "este resumen",
    ]),
    past: Phrases::of(&[
        "fue", "fueron", "estuvo", "estuve", "estuvimos", "fui", "fuimos", "hubo", "tuvo", "tuve", "tuvimos",
        "pude", "pudimos", "hizo", "era", "eran", "estaba", "asistí", "asistimos", "celebró", "vi", "habló",
        "presentó", "contó",
    ]),
    conjunctions: Phrases::of(&["y", "pero"]),
    connective: Phrases::of(&[
        "sin embargo", "además", "también", "por supuesto", "por desgracia", "en general", "en resumen", "por último",
        "finalmente", "así que", "bueno", "por ejemplo", "creedme", "afortunadamente", "en definitiva", "en fin",
        "por cierto", "en primer lugar", "en segundo lugar", "primero", "segundo",
        "mirando atrás", "para concluir", "en conclusión", "en retrospectiva", "luego", "después", "ante todo", "en conjunto",
    ]),
    future: Phrases::of(&["será", "va a", "hablará", "presentará", "van a"]),
    closing: Phrases::of(&[
        "conclusiones", "conclusión", "resumen", "en resumen", "para terminar", "cierre", "final",
        "reflexiones", "valoración", "impresiones",
    ]),
    counted: Phrases::of(&[
        "personas", "asistentes", "participantes", "charlas", "ponentes", "países", "días", "desarrolladores",
        "empresas", "talleres", "gente", "ponencias",
        "inscritos", "estudiantes", "programadores", "voluntarios", "equipos", "horas", "ciudades", "proyectos", "patrocinadores", "miembros", "ediciones", "mujeres", "expositores", "conferencias", "sesiones", "invitados",
    ]),
    biography: Phrases::of(&[
        "es un", "es una", "trabaja en", "trabaja como", "es el", "es la",
    ]),
    joint: Phrases::of(&[
        "otra", "otro", "otras", "otros", "también", "además", "después", "luego", "ambas", "siguiente", "último", "última", "segunda", "segundo", "dos", "tres", "cada",
    ]),
    many: Phrases::of(&["charlas", "ponencias", "ponentes", "sesiones", "talleres", "presentaciones", "conferencias", "keynotes"]),
    advice: Phrases::of(&["debe", "deben", "debería", "puede", "pueden", "puedes", "hay que", "si", "quiere", "tiene que"]),
    states: Phrases::of(&["es", "son", "está", "están"]),
    tells: Phrases::of(&["sobre", "cómo", "por qué", "qué"]),
    aside: Phrases::of(&["solo", "sólo", "incluso", "también", "además"]),
    also: &[(" también ", " "), ("También ", "")],
    invite: Phrases::of(&[
        "nos vemos", "únete", "apúntate", "contacta", "escríbenos", "síguenos", "regístrate", "inscríbete",
        "os esperamos", "te esperamos", "anímate", "no te pierdas", "hasta la próxima", "cuéntanos",
        "busca mañana", "suscríbete", "próximo post", "participa", "no dudes",
    ]),
    video: Phrases::of(&["vídeo", "video", "vídeos", "grabación", "youtube", "ver"]),
    slides: Phrases::of(&["diapositivas", "slides", "presentación", "transparencias"]),
    credit: Phrases::of(&["foto de", "foto por", "fotos de", "fotografía de", "imagen de", "créditos", "crédito"]),
    events: Phrases::of(&[
        "congreso", "jornada", "jornadas", "conferencia", "encuentro", "meetup", "cumbre", "foro", "taller",
        "semana", "feria", "simposio", "desconferencia",
    ]),
};

const MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// Spanish wording.
pub(super) static WORDING: Wording = Wording {
    code: "es",
    recap: "{}: así fue",
    with: "Con {}.",
    mine: "Mi charla",
    also: "También en la crónica: {}",
    read: "La crónica completa: {}",
    news: News {
        event: " de {}",
        first: Announced {
            recording: "Ya hay una grabación{}",
            recordings: "Ya están disponibles las grabaciones{}",
            slides: "Ya hay diapositivas{}",
            both: "Ya hay grabaciones y diapositivas{}",
        },
        further: Announced {
            recording: "Ya hay otra grabación{}",
            recordings: "Ya hay más grabaciones{}",
            slides: "Ya hay más diapositivas{}",
            both: "Ya hay más grabaciones y diapositivas{}",
        },
        end: ":",
    },
    colon: ": ",
    stop: ". ",
    quotes: ("“", "”"),
    inner_quotes: ("‘", "’"),
    comma: ", ",
    and,
    more: |count| format!(" y {count} más"),
    detail: ", ",
    brackets: (" (", ")"),
    days: |start, end, year| day_month_year((start, end), year, &MONTHS, ("", " de ", " de ")),
};

/// "y" becomes "e" before the sound of i.
fn and(next: &str) -> &'static str {
    let next = next.to_lowercase();
    let diphthong =
        ["hia", "hie", "hio", "ia", "ie", "io"].iter().any(|start| next.starts_with(start));
    if (next.starts_with('i') || next.starts_with("hi") || next.starts_with('í')) && !diphthong {
        " e "
    } else {
        " y "
    }
}
