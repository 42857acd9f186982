//! Letters and signs that the packages of npm read in their own way, each with what they write for it; `_` is a space.

/// Those of `@sindresorhus/slugify`.
pub(super) const SINDRESORHUS: &str = "ä=ae ö=oe ü=ue β=v η=i ξ=ks υ=y φ=f χ=x ґ=g ё=yo є=ye й=y х=kh щ=sch ъ= ь= ю=yu я=ya ¢=c ¥=y \
    ₩=w €=e ₱=p ₹=r ₺=l ₽=p ₿=b ♥=_love_ \
    ĳ=ij љ=lj њ=nj ќ=kj ա=a բ=b գ=g դ=d ե=ye զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz \
    ղ=gh ճ=tch մ=m յ=y ն=n շ=sh ո=vo չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=c փ=p ք=q օ=o ֆ=f և=yev ء=e \
    آ=a أ=a ؤ=w إ=i ئ=y ا=a ب=b ة=t ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z \
    ع=e غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه=h و=w ى=a ي=y \u{64f}=u ٠=0 ١=1 ٢=2 ٣=3 ٤=4 ٥=5 ٦=6 ٧=7 ٨=8 \
    ٩=9 ٹ=t ټ=p پ=p ځ=z څ=c چ=ch ڈ=d ډ=d ڑ=r ړ=r ږ=g ژ=zh ښ=x ک=k ګ=g گ=g ں=n ڼ=n ھ=h ۀ=e ہ=h ی=y \
    ۍ=ai ې=e ے=e ۰=0 ۱=1 ۲=2 ۳=3 ۴=4 ۵=5 ۶=6 ۷=7 ۸=8 ۹=9 ฿=b ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k \
    ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=ph ქ=q ღ=gh ყ=k შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=tch ხ=kh \
    ჯ=j ჰ=h ₠=ce ₡=c ₢=cr ₣=f ₥=m ₦=n ₧=pt ₨=rs ₫=s ₭=k ₮=t ₯=dp ₰=s ₲=g ₳=a ₴=s ₵=c ₶=tt ₷=s ₸=t";

/// Those of `slugify`.
pub(super) const NPM: &str = "đ=dj η=h θ=8 ξ=3 υ=y φ=f χ=x ω=w ё=yo є=ye й=j х=h ц=c щ=sh ъ=u ь= ю=yu я=ya ґ=g ¢=cent £=pound \
    ¥=yen €=euro ₹=indian-rupee ₽=russian-ruble ₿=bitcoin ∞=infinity ♥=love \
    ¤=currency ª=a ®=(r) º=o ď=d ƒ=f ǉ=lj ǌ=nj ə=e ђ=dj ј=j љ=lj њ=nj ћ=c ѝ=u џ=dz ғ=gh қ=kh ң=ng \
    ү=ue ұ=u һ=h ә=ae ө=oe և=ev ء=a آ=aa أ=a ؤ=u إ=i ئ=e ا=a ب=b ة=h ت=t ث=th ج=j ح=h خ=kh د=d ذ=th \
    ر=r ز=z س=s ش=sh ص=s ض=dh ط=t ظ=z ع=a غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه=h و=w ى=a ي=y \u{64b}=an \
    \u{64c}=on \u{64d}=en \u{64e}=a \u{64f}=u \u{650}=e ٠=0 ١=1 ٢=2 ٣=3 ٤=4 ٥=5 ٦=6 ٧=7 ٨=8 ٩=9 پ=p \
    چ=ch ژ=zh ک=k گ=g ی=y ۰=0 ۱=1 ۲=2 ۳=3 ۴=4 ۵=5 ۶=6 ۷=7 ۸=8 ۹=9 ฿=baht ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z \
    თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=f ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts \
    ჭ=ch ხ=kh ჯ=j ჰ=h ₠=ecu ₢=cruzeiro ₣=french-franc ₤=lira ₥=mill ₦=naira ₧=peseta ₨=rupee ₩=won \
    ₪=new-shequel ₫=dong ₭=kip ₮=tugrik ₯=drachma ₰=penny ₱=peso ₲=guarani ₳=austral ₴=hryvnia \
    ₵=cedi ₸=kazakhstani-tenge ₺=turkish-lira";
