//! The Universal Declaration of Human Rights as a yardstick.

/// An article of the Universal Declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Article {
    /// Number, 1 to 30.
    pub number: u8,
    /// A short name for charts and tables; ours, not the Declaration's wording.
    pub short: &'static str,
}

/// The thirty articles, in order.
pub const UDHR: [Article; 30] = {
    const fn article(number: u8, short: &'static str) -> Article {
        Article { number, short }
    }
    [
        article(1, "Dignity and equality"),
        article(2, "Non-discrimination"),
        article(3, "Life, liberty, security"),
        article(4, "Slavery, forced labour"),
        article(5, "Torture, ill-treatment"),
        article(6, "Person before the law"),
        article(7, "Equality before the law"),
        article(8, "Effective remedy"),
        article(9, "Arbitrary arrest, exile"),
        article(10, "Fair hearing"),
        article(11, "Presumption of innocence"),
        article(12, "Privacy, family, home"),
        article(13, "Movement"),
        article(14, "Asylum"),
        article(15, "Nationality"),
        article(16, "Marriage and family"),
        article(17, "Property"),
        article(18, "Thought and religion"),
        article(19, "Expression, press"),
        article(20, "Assembly, association"),
        article(21, "Political participation"),
        article(22, "Social security"),
        article(23, "Work and unions"),
        article(24, "Rest and hours"),
        article(25, "Standard of living, health"),
        article(26, "Education"),
        article(27, "Culture and science"),
        article(28, "International order"),
        article(29, "Duties"),
        article(30, "No destruction of rights"),
    ]
};

/// The article with this number.
#[must_use]
pub fn article(number: u8) -> Option<Article> {
    UDHR.get(usize::from(number).checked_sub(1)?).copied()
}
